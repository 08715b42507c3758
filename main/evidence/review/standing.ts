// What a review says of one technology on a day: which group it stands in, and what is missing in what people said of it.
// Requirement 12.3.4 of PCI DSS, in our own words: reviewed at least every 12 months, fixes that still come promptly, and a
// plan, approved by senior management, for what is outdated.
import { addYears, type CalendarDay, isDay } from "../../../shared/calendar-day.ts";
import type { ReviewedTechnology, ReviewGap, ReviewGroup, Technology } from "../../../shared/model/technology.ts";

/** What is known of its end. */
export interface End {
  readonly until: ReviewedTechnology["cover"]["until"];
  /** It is past its end on the day, cover that counts included. */
  readonly isPast: boolean;
  /** It follows its system, which stands in the review itself. */
  readonly follows: boolean;
}

/** The group: `ending` is what ends before the next yearly review. A plan to keep is no plan for what is past its end. */
export function groupOf({ until, isPast, follows }: End, entry: Technology | null, on: CalendarDay): ReviewGroup {
  if (follows) return "follows";
  if (isPast) {
    const isPlanned = entry?.plan !== undefined && entry.plan.action !== "keep";
    return isPlanned ? "past-planned" : "past-unplanned";
  }
  if (until === "unknown") return "unknown";
  return isDay(until) && until <= addYears(on, 1) ? "ending" : "good";
}

/** The last day until which the last review holds; null where there was none by that day. */
export function reviewHolds(entry: Technology | null, on: CalendarDay): CalendarDay | null {
  return entry?.reviewed === undefined || entry.reviewed > on ? null : addYears(entry.reviewed, 1);
}

/** What is missing or wrong, in the order of the form. What follows its system needs nothing of its own. */
export function gapsOf(group: ReviewGroup, { until }: End, entry: Technology | null, on: CalendarDay): ReviewGap[] {
  if (group === "follows") return [];
  const gaps: ReviewGap[] = [];
  if (entry?.owner === undefined) gaps.push("owner");
  gaps.push(...planGaps(group, until, entry, on));
  const holds = reviewHolds(entry, on);
  if (holds === null) gaps.push("review-never");
  else if (holds < on) gaps.push("review-due");
  if (entry?.fixes === undefined) gaps.push("fixes-unsaid");
  else if (!entry.fixes.prompt) gaps.push("fixes-slow");
  return gaps;
}

function planGaps(group: ReviewGroup, until: End["until"], entry: Technology | null, on: CalendarDay): ReviewGap[] {
  const plan = entry?.plan;
  const isPast = group === "past-unplanned" || group === "past-planned";
  if (entry === null || plan === undefined) return group === "good" ? [] : ["plan"];
  const gaps: ReviewGap[] = [];
  const isKept = plan.action === "keep";
  if (isKept && isPast) gaps.push("kept-past-end");
  if (!isKept) {
    if (plan.target === undefined) gaps.push("target");
    else if (plan.target < on) gaps.push("target-past");
    else if (isDay(until) && !isPast && plan.target > until) gaps.push("target-late");
  }
  const needsApproval = !isKept || group !== "good";
  const isApproved = entry.approved !== undefined && entry.approved <= on;
  if (needsApproval && !isApproved) gaps.push("approver");
  return gaps;
}
