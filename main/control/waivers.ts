// Waivers beside the verdicts they excuse: the status, the severity and every piece of evidence stay. A waiver for single
// places covers those alone; only when all of them are covered is the finding as a whole. Issue 5, "Waivers".
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { AppliedWaiver, Finding } from "../../shared/model/finding.ts";
import type { Waiver, WaiverSet } from "../../shared/model/waiver.ts";
import { type DecidedSubject, isForPlaces, meansPlace, meansSubject } from "./decided-subject.ts";
import { type LoadedRules, standingOf, type WaiverPeriod } from "./waiver-state.ts";

interface Holding {
  readonly waiver: Waiver;
  readonly period: WaiverPeriod;
}

/**
 * The findings of one subject with the waivers that hold on `on`. Only what failed can be waived. Pure; findings keep their
 * order, and those that no waiver means are the same objects.
 */
export function applyWaivers(
  findings: readonly Finding[],
  subject: DecidedSubject,
  set: WaiverSet,
  on: CalendarDay,
  rules: LoadedRules,
): Finding[] {
  const byControl = new Map<string, Holding[]>();
  for (const waiver of set.waivers) {
    if (!meansSubject(waiver.scope, subject)) continue;
    const standing = standingOf(waiver, set, rules, on);
    if (standing.state !== "applies") continue;
    byControl.set(waiver.control, [...(byControl.get(waiver.control) ?? []), { waiver, period: standing.period }]);
  }
  return findings.map((finding) => waived(finding, byControl.get(finding.control) ?? []));
}

function waived(finding: Finding, holding: readonly Holding[]): Finding {
  if (finding.status !== "fail" || holding.length === 0) return finding;
  const places = finding.evidence.filter(({ beside }) => beside !== true);
  const means = ({ waiver: { scope } }: Holding, where: string) => !isForPlaces(scope) || meansPlace(scope, where);
  const fitting = holding
    .filter((one) => !isForPlaces(one.waiver.scope) || places.some(({ where }) => means(one, where)))
    .sort(byEnd);
  const isWhole = (one: Holding) => places.every(({ where }) => means(one, where));
  // The one that covers it alone and longest is named; where several cover it together, the one that ends first.
  const [main = fitting[0]] = fitting.filter(isWhole).reverse();
  if (main === undefined) return finding;
  const all = places.every(({ where }) => fitting.some((one) => means(one, where)));
  const also = fitting.filter((one) => one !== main).map(({ waiver }) => waiver.id);
  const forPlaces = fitting.filter(({ waiver }) => isForPlaces(waiver.scope));
  return {
    ...finding,
    evidence: finding.evidence.map((one) => {
      const by = one.beside === true ? undefined : forPlaces.find((other) => means(other, one.where));
      return by === undefined ? one : { ...one, waiver: by.waiver.id };
    }),
    waiver: applied(main, all ? "all" : "some", also),
  };
}

function applied({ waiver, period }: Holding, covers: AppliedWaiver["covers"], also: string[]): AppliedWaiver {
  const { id, reason, requester, ticket } = waiver;
  return {
    id,
    reason,
    requester,
    ...(period.approver === undefined ? {} : { approver: period.approver }),
    until: period.until,
    ...(ticket === undefined ? {} : { ticket }),
    covers,
    ...(also.length === 0 ? {} : { also }),
  };
}

function byEnd(a: Holding, b: Holding): number {
  const left = `${a.period.until} ${a.waiver.id}`;
  const right = `${b.period.until} ${b.waiver.id}`;
  return left < right ? -1 : left > right ? 1 : 0;
}
