// From images to the technologies in them: the same product and cycle, with the same status and cover, is one technology,
// in however many images. What a distribution packaged stands with the days of its system, which carries its fixes.
import { type CalendarDay, isDay } from "../../../shared/calendar-day.ts";
import { canonicalJson } from "../../../shared/canonical-json.ts";
import { isCoveredOn, lastCoveredDay } from "../../../shared/cover.ts";
import type { Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import type { ReviewedTechnology, TechnologyReview } from "../../../shared/model/technology.ts";
import { windowReason } from "../../../shared/window-reason.ts";

/** An image as the review needs it. */
export interface ImageInUse {
  readonly id: string;
  readonly name: string;
  /** The name of the source it was last seen in, and the day. */
  readonly source: string;
  readonly audited: CalendarDay;
  readonly entries: readonly LifecycleEntry[];
}

export type SeenTechnology = Pick<
  ReviewedTechnology,
  "label" | "kind" | "product" | "cycle" | "versions" | "images" | "status" | "why" | "security" | "cover" | "sources"
> & {
  /** One of the components it stands for. */
  readonly component: LifecycleEntry;
  readonly follows: boolean;
};

type Known = ReviewedTechnology["security"];
type Data = TechnologyReview["data"]["lifecycle"];

/** Every technology in the images, in no order. An operating system that is not there is none. */
export function technologiesInUse(images: readonly ImageInUse[], data: Data, on: CalendarDay): SeenTechnology[] {
  const found = new Map<string, { seen: SeenTechnology; versions: Set<string>; images: Set<string> }>();
  for (const { id, entries } of images) {
    for (const entry of entries) {
      if (entry.status === "none") continue;
      const seen = seenOf(entry, entries, data, on);
      const key = keyOf(seen);
      const known = found.get(key) ?? { seen, versions: new Set(), images: new Set() };
      known.images.add(id);
      if (entry.component.version !== null) known.versions.add(entry.component.version);
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ seen, versions, images: ids }) => ({
    ...seen,
    versions: [...versions].sort(),
    images: [...ids].sort(),
  }));
}

/** Two components are one technology where nothing that the form says of them differs. */
function keyOf({ label, kind, product, cycle, status, security, cover, follows, component }: SeenTechnology): string {
  const name = product === null || cycle === null ? label : null;
  return canonicalJson({ name, kind, product, cycle, status, security, cover, follows, reason: component.reason });
}

function seenOf(
  entry: LifecycleEntry,
  entries: readonly LifecycleEntry[],
  data: Data,
  on: CalendarDay,
): SeenTechnology {
  const { component } = entry;
  const follows = component.distroPackaged === true;
  const dated = follows ? (entries.find((other) => other.component.kind === "os") ?? entry) : entry;
  return {
    label: component.label,
    kind: component.kind,
    product: component.product,
    cycle: component.cycle,
    versions: [],
    images: [],
    status: entry.status,
    ...whyOf(entry, dated, on),
    security: securityOf(dated),
    cover: coverOf(dated, on),
    sources: sourcesOf(dated, data),
    component: entry,
    follows,
  };
}

function securityOf({ dates, status }: LifecycleEntry): Known {
  if (typeof dates.eol === "string") return dates.eol;
  if (dates.eol === true) return "over";
  return dates.eol === false || status === "rolling" ? "open" : "unknown";
}

/** The window in use on the day whose end nobody has published, where no other covers that day. */
function undatedUse(entry: LifecycleEntry, on: CalendarDay): Coverage | undefined {
  if (typeof entry.dates.eol !== "string" || !isCoveredOn(entry, on) || lastCoveredDay(entry, on) !== null)
    return undefined;
  return entry.coverage.find((window) => windowReason(window, entry) === "in-use");
}

function whyOf(entry: LifecycleEntry, dated: LifecycleEntry, on: CalendarDay): Pick<ReviewedTechnology, "why"> {
  if (entry.phrase !== undefined) return { why: entry.phrase };
  const use = undatedUse(dated, on);
  return use === undefined ? {} : { why: { key: "lifecycle.end-not-published", params: { provider: use.provider } } };
}

/** The last day of cover, and who gives it: the windows that count and end on that day. */
function coverOf(entry: LifecycleEntry, on: CalendarDay): ReviewedTechnology["cover"] {
  const use = undatedUse(entry, on);
  if (use !== undefined) return { until: "unknown", by: [use.provider], contracts: [] };
  const counted = entry.coverage.filter(({ entitled, estimate }) => entitled && estimate !== true);
  const last = lastCoveredDay(entry);
  const isOpen = last === null && (counted.some(({ until }) => until === null) || securityOf(entry) === "open");
  const until: Known = last ?? (isOpen ? "open" : securityOf(entry) === "over" ? "over" : "unknown");
  const giving = counted.filter((window) => window.until === (isDay(until) ? until : null));
  return {
    until,
    by: distinct(giving.map(({ provider }) => provider)),
    contracts: distinct(giving.flatMap(({ entitlement }) => (entitlement === undefined ? [] : [entitlement.contract]))),
  };
}

/** Where the days come from; the catalogue where it was asked and had none. */
function sourcesOf({ coverage }: LifecycleEntry, data: Data): ReviewedTechnology["sources"] {
  const counted = coverage.filter(({ entitled }) => entitled);
  const known = new Map<string, ReviewedTechnology["sources"][number]>();
  for (const { source, asOf = data.date } of counted) {
    // A source that says its own day would say it twice.
    const name = source.replace(` ${asOf}`, "");
    known.set(`${name} ${asOf}`, { source: name, asOf });
  }
  return known.size === 0 ? [{ source: data.source, asOf: data.date }] : [...known.values()];
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
