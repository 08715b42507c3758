// Whether a waiver holds on a day under the rules that are loaded, and if not, why: from its file alone, nothing is kept, so
// that one that expires reopens its finding by itself.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { RuleVersion } from "../../shared/model/decision-scope.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { Waiver, WaiverSet, WaiverState } from "../../shared/model/waiver.ts";
import { isSamePerson } from "../../shared/same-person.ts";
import { words } from "./control-phrase.ts";

/** The stretch of time that counts, with its first and last day. */
export interface WaiverPeriod {
  readonly from: CalendarDay;
  readonly until: CalendarDay;
  readonly approver?: string | undefined;
  readonly approved?: CalendarDay | undefined;
  readonly rules: RuleVersion;
}

export type WaiverStanding =
  | { readonly state: "applies"; readonly period: WaiverPeriod }
  | { readonly state: Exclude<WaiverState, "applies">; readonly why: Phrase };

export type LoadedRules = readonly Pick<RuleSet, "id" | "version">[];

/** The newest stretch first, then those before each renewal. */
export function periodsOf(waiver: Waiver): [WaiverPeriod, ...WaiverPeriod[]] {
  const renewals = waiver.renewals ?? [];
  const starts = [waiver.created, ...renewals.map(({ on }) => on)];
  const former = renewals.map((renewal, index) => periodOf(renewal, starts[index] ?? waiver.created)).reverse();
  return [periodOf(waiver, starts.at(-1) ?? waiver.created), ...former];
}

/**
 * How the waiver stands on `on`. A renewal that nobody has agreed to yet does not end what was agreed before; where nothing
 * holds, the reason is that of the newest stretch that has begun.
 */
export function standingOf(waiver: Waiver, set: Header, rules: LoadedRules, on: CalendarDay): WaiverStanding {
  const { revoked } = waiver;
  if (revoked !== undefined && revoked.on <= on)
    return { state: "revoked", why: words("policy.revoked", { by: revoked.by, on: revoked.on }) };
  const standings = periodsOf(waiver).map((period) => standingIn(period, waiver, set, rules, on));
  const begun = standings.filter(({ state }) => state !== "future");
  // What has run out ends the search: a renewal may have made the time shorter.
  const end = begun.findIndex(({ state }) => state === "expired");
  const open = end < 0 ? begun : begun.slice(0, end);
  return (
    open.find(({ state }) => state === "applies") ??
    begun[0] ?? { state: "future", why: words("policy.begins", { on: waiver.created }) }
  );
}
type Header = Pick<WaiverSet, "approver">;

function standingIn(
  period: WaiverPeriod,
  { requester }: Waiver,
  { approver: need }: Header,
  rules: LoadedRules,
  on: CalendarDay,
): WaiverStanding {
  const { from, until, approver, approved } = period;
  if (from > on) return { state: "future", why: words("policy.begins", { on: from }) };
  if (until < on) return { state: "expired", why: words("policy.expired", { until, days: daysBetween(until, on) }) };
  if (need === "required") {
    if (approver === undefined) return { state: "unapproved", why: words("policy.unapproved", { requester }) };
    if (isSamePerson(approver, requester))
      return { state: "self-approved", why: words("policy.self-approved", { requester }) };
  }
  if (approver !== undefined && approved !== undefined && approved > on)
    return { state: "unapproved", why: words("policy.approved-later", { approver, on: approved }) };
  const { benchmark, version } = period.rules;
  const loaded = rules.find(({ id }) => id === benchmark)?.version;
  if (loaded === undefined) return { state: "other-rules", why: words("policy.rules-absent", { benchmark, version }) };
  if (loaded !== version)
    return { state: "other-rules", why: words("policy.other-rules", { benchmark, version, loaded }) };
  return { state: "applies", period };
}

function periodOf({ until, approver, approved, rules }: Omit<WaiverPeriod, "from">, from: CalendarDay): WaiverPeriod {
  return { from, until, approver, approved, rules };
}
