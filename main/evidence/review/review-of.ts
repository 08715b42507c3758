// The review of technologies: what images show and what people state, beside owner, plan, approval and last review. Pure;
// the same images, files and day give the same review. Requirement 12.3.4 of PCI DSS is what its parts are aligned with.
import { addDays, addYears, type CalendarDay } from "../../../shared/calendar-day.ts";
import { compareText } from "../../../shared/compare-text.ts";
import { endsWithin } from "../../../shared/cover.ts";
import type { EntitlementSet } from "../../../shared/model/entitlement.ts";
import {
  type ReviewedTechnology,
  reviewGaps,
  reviewGroups,
  type Technology,
  type TechnologyReview,
  type TechnologySet,
} from "../../../shared/model/technology.ts";
import { entryFor } from "./entry-for.ts";
import { gapsOf, groupOf, reviewHolds } from "./standing.ts";
import { type ImageInUse, type SeenTechnology, technologiesInUse } from "./technologies-in-use.ts";

export interface ReviewInput {
  readonly images: readonly ImageInUse[];
  readonly population: Omit<TechnologyReview["population"], "images">;
  /** null = there is no such file. */
  readonly technologies: TechnologySet | null;
  readonly entitlements: EntitlementSet | null;
  readonly data: TechnologyReview["data"];
  readonly tool: { readonly version: string; readonly digest?: string };
  readonly on: CalendarDay;
  readonly timeZone: string;
  readonly createdAt: string;
  /** The last day of the year that is reviewed; default the day judged. */
  readonly periodEnd?: CalendarDay;
}

/** The review; what needs care stands first. */
export function reviewOf(input: ReviewInput): TechnologyReview {
  const { on, technologies: file, entitlements } = input;
  const entries = file?.technologies ?? [];
  const until = input.periodEnd ?? on;
  const seen = technologiesInUse(input.images, input.data.lifecycle, input.on);
  const paired = seen.map((each) => ({ each, entry: each.follows ? null : entryFor(each, entries) }));
  const used = new Set(paired.flatMap(({ entry }) => (entry === null ? [] : [entry.id])));
  const stated = entries.filter(({ id, name }) => name !== undefined && !used.has(id));
  const technologies = [
    ...paired.map(({ each, entry }) => reviewedFromImages(each, entry, on, until)),
    ...stated.map((entry) => reviewedAsStated(entry, on, until)),
  ].sort(inOrder);
  return {
    schema: "plimsoll/technology-review@1",
    form: "pci-12.3.4",
    tool: { name: "plimsoll", ...input.tool },
    on,
    timeZone: input.timeZone,
    createdAt: input.createdAt,
    period: { from: addDays(addYears(until, -1), 1), until },
    data: input.data,
    ...(file === null ? {} : { technologiesFile: { digest: file.digest } }),
    ...(entitlements === null ? {} : { entitlementsFile: { digest: entitlements.digest } }),
    population: {
      ...input.population,
      images: input.images.map(({ id, name, source, audited, entries: parts }) => ({
        id,
        name,
        source,
        audited,
        empty: parts.every(({ status }) => status === "none"),
      })),
    },
    counts: countsOf(technologies),
    technologies,
    notSeen: entries.filter(({ id, product }) => product !== undefined && !used.has(id)),
    entitlements: entitlementsIn(seen),
  };
}

function reviewedFromImages(
  { component, follows, ...seen }: SeenTechnology,
  entry: Technology | null,
  on: CalendarDay,
  until: CalendarDay,
): ReviewedTechnology {
  const end = { until: seen.cover.until, isPast: !follows && endsWithin(component, on, 0), follows };
  return { ...seen, ...standingOf(entry, end, on, until) };
}

/** What no image shows: its end is what the entry says, with the source that the entry names. */
function reviewedAsStated(entry: Technology, on: CalendarDay, until: CalendarDay): ReviewedTechnology {
  const { name = "", kind = "software", version, end, source } = entry;
  const known = end ?? "unknown";
  return {
    label: version === undefined ? name : `${name} ${version}`,
    kind,
    product: null,
    cycle: null,
    versions: version === undefined ? [] : [version],
    images: [],
    security: known,
    cover: { until: known, by: [], contracts: [] },
    sources: source === undefined ? [] : [{ source }],
    ...standingOf(entry, { until: known, isPast: end !== undefined && end < on, follows: false }, on, until),
  };
}

function standingOf(
  entry: Technology | null,
  end: Parameters<typeof groupOf>[0],
  on: CalendarDay,
  until: CalendarDay,
): Pick<ReviewedTechnology, "entry" | "group" | "gaps" | "reviewHolds" | "dueInPeriod"> {
  const group = groupOf(end, entry, on);
  const holds = reviewHolds(entry, on);
  return {
    ...(entry === null ? {} : { entry }),
    group,
    gaps: gapsOf(group, end, entry, on),
    ...(holds === null ? {} : { reviewHolds: holds }),
    dueInPeriod: holds !== null && holds >= on && holds < until,
  };
}

/** By group, then what ends first, then by name. */
function inOrder(a: ReviewedTechnology, b: ReviewedTechnology): number {
  return (
    reviewGroups.indexOf(a.group) - reviewGroups.indexOf(b.group) ||
    compareText(endKey(a), endKey(b)) ||
    compareText(a.label, b.label) ||
    compareText(a.images[0] ?? "", b.images[0] ?? "")
  );
}

/** Days compare as text; what has none stands behind them. */
function endKey({ cover }: ReviewedTechnology): string {
  return cover.until;
}

function countsOf(technologies: readonly ReviewedTechnology[]): TechnologyReview["counts"] {
  const count = (fits: (technology: ReviewedTechnology) => boolean): number => technologies.filter(fits).length;
  return {
    technologies: technologies.length,
    byGroup: tally(reviewGroups, (group) => count((each) => each.group === group)),
    gaps: tally(reviewGaps, (gap) => count((each) => each.gaps.includes(gap))),
  };
}

function tally<K extends string>(keys: readonly K[], count: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;
}

/** What was bought and counts here, with the technologies it counts for. */
function entitlementsIn(seen: readonly SeenTechnology[]): TechnologyReview["entitlements"] {
  const found = new Map<string, TechnologyReview["entitlements"][number]>();
  for (const { component, label } of seen) {
    for (const { entitlement, entitled, provider, until } of component.coverage) {
      if (entitlement === undefined || !entitled) continue;
      const known = found.get(entitlement.id);
      const technologies = [...new Set([...(known?.technologies ?? []), label])].sort();
      found.set(entitlement.id, { ...entitlement, provider, until: known?.until ?? until, technologies });
    }
  }
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}
