// Until when the image is supported, before and after a move: the earliest end among its components, where the line and the
// distribution of the target take the place of those that leave. An end that no source dates makes the day an upper bound.
import { type CalendarDay, daysBetween, parseDay } from "../../../shared/calendar-day.ts";
import { isCoveredOn, lastCoveredDay } from "../../../shared/cover.ts";
import type { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import type { SupportChange } from "../../../shared/model/move.ts";
import { supportedUntil } from "../../../shared/summary.ts";
import { broughtBy } from "./counterparts.ts";
import type { Judged, Knowledge } from "./knowledge.ts";
import { soonDays } from "./knowledge.ts";
import type { Thing } from "./main-thing.ts";
import type { Target } from "./target.ts";

const overWithoutDay = new Set(["eol", "extended-only"]);

/** How urgent the end is: `over`, `soon` (half a year), `later`, or `undated`. */
export type Urgency = "over" | "soon" | "later" | "undated";

/** The last day of the image as it is, and how urgent that is. */
export function supportNow(
  audit: Judged,
  on: CalendarDay,
): { readonly day: CalendarDay | null; readonly urgency: Urgency } {
  const day = supportedUntil(audit.lifecycle, on)?.date ?? null;
  const own = audit.lifecycle.filter(({ component }) => component.distroPackaged !== true);
  const isOver = own.some(
    (entry) => overWithoutDay.has(entry.status) && !isCoveredOn(entry, on) && lastCoveredDay(entry, on) === null,
  );
  if (isOver || (day !== null && day < on)) return { day, urgency: "over" };
  if (day === null) return { day, urgency: "undated" };
  return { day, urgency: daysBetween(on, day) <= soonDays ? "soon" : "later" };
}

/** Components that stay what they are when the base moves: neither its system, nor its line, nor its main thing. */
export function staying(audit: Judged, thing: Thing): LifecycleEntry[] {
  const leaves = thing.by === "program" ? null : thing.entry;
  return audit.lifecycle.filter(
    (entry) =>
      entry !== leaves &&
      entry.component.kind !== "os" &&
      entry.component.kind !== "line" &&
      !broughtBy(thing.product ?? "", entry.component.product) &&
      entry.component.distroPackaged !== true,
  );
}

/** The change that a move to `target` brings; `undated` tells whether a part of the new image has no day. */
export function supportAfter(
  audit: Judged,
  thing: Thing,
  target: Target,
  known: Knowledge,
): { readonly change: SupportChange; readonly undated: readonly string[] } {
  const system = systemEnd(target, known);
  const parts: { readonly label: string; readonly end: CalendarDay | null }[] = staying(audit, thing).map((entry) => ({
    label: entry.component.label,
    end: lastCoveredDay(entry, known.on),
  }));
  if (target.line.version !== "static" && !isSystem(target)) {
    parts.push({
      label: `${target.product.displayName ?? target.product.product} ${target.line.version}`,
      end: target.lineEnd,
    });
  }
  if (target.system !== null || isSystem(target)) {
    const name = target.system === null ? target.to : `${target.system.family} ${target.system.cycle}`;
    parts.push({ label: name, end: system });
  }
  return {
    change: { before: supportNow(audit, known.on).day, after: earliest(parts.map(({ end }) => end)) },
    undated: parts.filter(({ end }) => end === null).map(({ label }) => label),
  };
}

const isSystem = ({ product }: Target): boolean =>
  product.product === "debian-base" || product.product === "alpine-base";

/** The end of the target's distribution by the lifecycle data. */
export function systemEnd({ system, lineEnd }: Target, { cyclesOf, on }: Knowledge): CalendarDay | null {
  if (system === null) return lineEnd;
  const cycles = cyclesOf(system.family === "alpine" ? "alpine-linux" : "debian");
  const entry = cycles?.find(({ component }) => component.cycle === system.cycle);
  return entry === undefined ? null : lastCoveredDay(entry, on);
}

export function earliest(days: readonly (CalendarDay | null)[]): CalendarDay | null {
  return days.reduce<CalendarDay | null>(
    (least, day) => (day !== null && (least === null || day < least) ? day : least),
    null,
  );
}

/** Docker names "+5 years" for Extended Lifecycle Support and publishes no end (dhi.md 4): a bound, never a promise. */
export function elsBound(end: CalendarDay): CalendarDay {
  const year = String(Number(end.slice(0, 4)) + 5).padStart(4, "0");
  return parseDay(`${year}${end.slice(4)}`) ?? parseDay(`${year}-02-28`) ?? end;
}
