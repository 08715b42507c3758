// What ends among somebody's images, and when: one end a product, cycle, phase and provider, with the images it concerns.
// Ends are those of security support, of the source's extended phase, and of cover that counts (design, section 5); the end
// of active support takes nothing away that an auditor asks for, and is none.
import { type CalendarDay, daysBetween } from "../../../shared/calendar-day.ts";
import { compareText } from "../../../shared/compare-text.ts";
import type { CalendarEvent, CalendarPhase } from "../../../shared/model/calendar.ts";
import type { Coverage, LifecycleEntry, SourceDate } from "../../../shared/model/lifecycle.ts";
import { coverEnds } from "../reminders/ends.ts";

export interface CalendarImage {
  readonly name: string;
  readonly entries: readonly LifecycleEntry[];
}

export interface CalendarEnd {
  /** Product, cycle, phase and provider: what the event's UID is made from. */
  readonly key: string;
  readonly product: string | null;
  readonly cycle: string | null;
  readonly phase: CalendarPhase;
  readonly label: string;
  readonly phaseName: string;
  readonly provider: string;
  readonly end: CalendarDay;
  /** Whole days from the release to the end, where known. */
  readonly cycleDays: number | null;
  readonly estimate: boolean;
  readonly counts: boolean;
  /** The offer that the window is, such as `freexian-elts`. */
  readonly offer?: string;
  readonly contract?: string;
  readonly others: CalendarEvent["others"];
  /** Sorted, each once. */
  readonly images: readonly string[];
  readonly source: string;
  readonly asOf?: CalendarDay;
}
type OneEnd = Omit<CalendarEnd, "images">;

/**
 * The ends of all images, soonest first. What a distribution packaged follows its system and has none of its own. Where one
 * key has several days (labels of two images differ), the soonest is the key's, the others have their day in their key.
 */
export function calendarEnds(images: readonly CalendarImage[]): CalendarEnd[] {
  const byKey = new Map<string, Map<CalendarDay, { end: OneEnd; names: Set<string> }>>();
  for (const { name, entries } of images) {
    for (const entry of entries) {
      for (const end of endsOf(entry)) {
        const days = byKey.get(end.key) ?? new Map<CalendarDay, { end: OneEnd; names: Set<string> }>();
        byKey.set(end.key, days);
        const known = days.get(end.end) ?? { end, names: new Set<string>() };
        days.set(end.end, known);
        known.names.add(bounded(name));
      }
    }
  }
  const ends: CalendarEnd[] = [];
  for (const days of byKey.values()) {
    const soonest = [...days.keys()].reduce((a, b) => (a < b ? a : b));
    for (const [day, { end, names }] of days) {
      const key = day === soonest ? end.key : JSON.stringify([end.key, day]);
      ends.push({ ...end, key, images: [...names].sort() });
    }
  }
  return ends.sort((a, b) => compareText(a.end, b.end) || compareText(a.key, b.key));
}

function endsOf(entry: LifecycleEntry): OneEnd[] {
  const { component, dates, coverage } = entry;
  if (component.distroPackaged === true) return [];
  const stated = coverage.filter(isStatedByImage);
  const extended = windowUntil(entry, dates.eoes, "eoes");
  const opinions = coverage.filter((each) => each.secondOpinion === true && !stated.includes(each));
  const onExtended = opinions.filter(({ phase }) => phase === extended?.phase);
  const offered = new Set(coverage.flatMap(({ phase, offer }) => (offer === undefined ? [] : [phase])));
  const onGeneral = opinions.filter(({ phase }) => phase !== extended?.phase && !offered.has(phase));
  const cover = coverEnds(entry).map(({ window }) => window);
  const beyond = cover.filter((window) => window !== extended);
  return [
    ...phaseEnd(entry, "eol", [windowUntil(entry, dates.eol, "eol"), ...onGeneral], true),
    ...phaseEnd(entry, "eoes", [extended, ...onExtended], extended?.entitled === true),
    ...beyond.flatMap((window) => {
      const others = opinions.filter(({ phase }) => phase === window.phase && offered.has(phase));
      return phaseEnd(entry, "cover", [window, ...others], true);
    }),
    // A bound that the image proves to be in use, or that was bought, is worth a look; a bound on sale is not.
    ...coverage
      .filter(({ estimate, entitled }) => estimate === true && entitled)
      .flatMap((window) => phaseEnd(entry, "cover", [window], false)),
    ...stated.flatMap((window) => phaseEnd(entry, "stated", [window], false)),
  ];
}

/** SUPPORT_END of the image's own os-release, see stated-end.ts. */
function isStatedByImage({ source }: Coverage): boolean {
  return source.includes("SUPPORT_END=");
}

/** The window that ends on the source's own day of a phase; where none does, the day alone. */
function windowUntil(
  { component, coverage }: LifecycleEntry,
  date: SourceDate | null,
  phase: "eol" | "eoes",
): Coverage | undefined {
  if (typeof date !== "string") return undefined;
  const ending = coverage.filter(
    (each) => each.until === date && each.secondOpinion !== true && each.estimate !== true && !isStatedByImage(each),
  );
  // Of two that end on one day the later one is the later phase.
  const found = phase === "eol" ? (ending.find(({ entitled }) => entitled) ?? ending[0]) : ending.at(-1);
  return found ?? { phase: "", provider: "", from: null, until: date, entitled: false, source: component.evidence };
}

/**
 * The end that windows agree or disagree on, none where none of them has a day. The first names it; reminders and calendar go
 * by the earliest day.
 */
function phaseEnd(
  entry: LifecycleEntry,
  phase: CalendarPhase,
  windows: readonly (Coverage | undefined)[],
  counts: boolean,
): OneEnd[] {
  const { component, dates } = entry;
  const dated = windows.flatMap((each) =>
    each === undefined || each.until === null ? [] : [{ window: each, until: each.until }],
  );
  const [first] = dated;
  if (first === undefined) return [];
  const { window } = first;
  const soonest = dated.reduce((a, b) => (b.until < a.until ? b : a));
  const days = dates.release === null ? 0 : daysBetween(dates.release, soonest.until);
  const { product, cycle } = component;
  const label = bounded(component.label);
  const isCover = phase === "cover";
  return [
    {
      key: JSON.stringify([product ?? label, cycle, phase, window.provider, ...(isCover ? [window.phase] : [])]),
      product,
      cycle,
      phase,
      label,
      phaseName: window.phase,
      provider: window.provider,
      end: soonest.until,
      cycleDays: days > 0 ? days : null,
      estimate: window.estimate === true,
      counts,
      ...(window.offer === undefined ? {} : { offer: window.offer }),
      ...(window.entitlement === undefined ? {} : { contract: window.entitlement.contract }),
      others: dated
        .filter((each) => each !== soonest)
        .map((each) => ({ source: bounded(each.window.source), until: each.until })),
      source: bounded(soonest.window.source),
      ...(soonest.window.asOf === undefined ? {} : { asOf: soonest.window.asOf }),
    },
  ];
}

/** Text of an image as it is kept: shown shorter still, and made plain there. */
function bounded(text: string): string {
  return text.slice(0, 500);
}
