// What is drawn of a component beside its own phases: cover that was bought or proven, offers nobody bought, days that are
// mere estimates, each as a thin band in a lane below, and the days on which something ends. By days alone, whatever the axis.
import { addDays, type CalendarDay } from "../calendar-day.ts";
import { compareText } from "../compare-text.ts";
import { lastCoveredDay } from "../cover.ts";
import type { Coverage, LifecycleEntry } from "../model/lifecycle.ts";

/** dotted = cover that counts; edge only = on offer, not bought; dashed edge with a question mark = an estimate. */
export type LaneLook = "extended-covered" | "extended-open" | "estimate";

export interface LaneWindow {
  /** 1 = right below the component's own phases. */
  readonly lane: number;
  readonly look: LaneLook;
  /** null = from before anybody says. */
  readonly from: CalendarDay | null;
  /** null = no end is set. */
  readonly until: CalendarDay | null;
  readonly window: Coverage;
}

/** eoas, eol, eoes: the phases' ends; cover: the last covered day; opinion: another source's day for an end. */
export type EndKind = "eoas" | "eol" | "eoes" | "cover" | "opinion";
export interface End {
  readonly kind: EndKind;
  readonly day: CalendarDay;
  /** The window that says so, where it is not the source's own date. */
  readonly window?: Coverage;
}

export interface Lanes {
  readonly windows: readonly LaneWindow[];
  /** How many lanes lie below the first. */
  readonly count: number;
  /** Windows for which there was no lane left: they are in words only. */
  readonly hidden: number;
  readonly ends: readonly End[];
}

const mostLanes = 3;

/** The lanes of one component as they stand on `on`; its own phases (support-windows.ts) are not among them. */
export function lanesOf(entry: LifecycleEntry, on: CalendarDay): Lanes {
  const further = entry.coverage.filter((window) => !isOwn(window, entry) && !isOpinion(window));
  const inOrder = further
    .map((window) => ({ look: lookOf(window), from: startOf(window, entry), until: window.until, window }))
    .sort((a, b) => rank[a.look] - rank[b.look] || compareText(a.from ?? "", b.from ?? ""));
  const windows: LaneWindow[] = [];
  let hidden = 0;
  for (const drawn of inOrder) {
    const lane = [1, 2, 3].find((n) => !windows.some((other) => other.lane === n && overlap(other, drawn)));
    if (lane === undefined || lane > mostLanes) hidden += 1;
    else windows.push({ lane, ...drawn });
  }
  return { windows, count: Math.max(0, ...windows.map(({ lane }) => lane)), hidden, ends: endsOf(entry, on) };
}

/** The window of the component's own phases that holds on a day; null where none is recorded. */
export function ownWindowOn(entry: LifecycleEntry, day: CalendarDay): Coverage | null {
  const own = entry.coverage.filter((window) => isOwn(window, entry));
  return own.find(({ from, until }) => (from === null || from <= day) && (until === null || until >= day)) ?? null;
}

/** The phases of the main source, whose days are the entry's own; what was bought stands in a lane even inside of them. */
function isOwn(window: Coverage, { dates }: LifecycleEntry): boolean {
  if (window.entitlement !== undefined || window.estimate === true || isOpinion(window)) return false;
  // The extended phase may bear the name of the offer that it is.
  if (window.offer !== undefined) return window.until === null ? dates.eoes === false : window.until === dates.eoes;
  return window.until === null || [dates.eoas, dates.eol, dates.eoes].includes(window.until);
}

/** Another day for an end that is already drawn: what an image states of itself has no beginning. */
export function isOpinion(window: Coverage): boolean {
  if (window.secondOpinion === true) return true;
  return (
    window.offer === undefined &&
    window.entitlement === undefined &&
    window.estimate !== true &&
    !window.entitled &&
    window.from === null &&
    window.until !== null
  );
}

function lookOf({ estimate, entitled }: Coverage): LaneLook {
  if (estimate === true) return "estimate";
  return entitled ? "extended-covered" : "extended-open";
}

/** What is sold without a first day begins when general support is over. */
function startOf(window: Coverage, { dates }: LifecycleEntry): CalendarDay | null {
  if (window.from !== null) return window.from;
  return typeof dates.eol === "string" ? addDays(dates.eol, 1) : dates.release;
}

function endsOf(entry: LifecycleEntry, on: CalendarDay): End[] {
  const { eoas, eol, eoes } = entry.dates;
  const ends: End[] = [];
  // A date of a component that could not be placed is not its end.
  if (entry.status === "unknown" || entry.status === "none") return ends;
  if (typeof eoas === "string" && eoas !== eol) ends.push({ kind: "eoas", day: eoas });
  if (typeof eol === "string") ends.push({ kind: "eol", day: eol });
  if (typeof eoes === "string") ends.push({ kind: "eoes", day: eoes });
  const covered = lastCoveredDay(entry, on);
  if (covered !== null && covered !== eol) ends.push({ kind: "cover", day: covered });
  for (const window of entry.coverage) {
    if (isOpinion(window) && window.until !== null) ends.push({ kind: "opinion", day: window.until, window });
  }
  return ends;
}

const rank: Readonly<Record<LaneLook, number>> = { "extended-covered": 0, "extended-open": 1, estimate: 2 };

function overlap(a: Pick<LaneWindow, "from" | "until">, b: Pick<LaneWindow, "from" | "until">): boolean {
  return (
    (a.until === null || b.from === null || b.from <= a.until) &&
    (b.until === null || a.from === null || a.from <= b.until)
  );
}
