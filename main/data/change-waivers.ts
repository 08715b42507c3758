// The changes that a file of waivers knows: ask, renew, approve, revoke. Each is checked against what the file says.
import type { Document } from "yaml";
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { RuleVersion } from "../../shared/model/decision-scope.ts";
import type { Waiver, WaiverSet } from "../../shared/model/waiver.ts";
import { isSamePerson } from "../../shared/same-person.ts";
import { addToList, editDecisions, pickById, usage } from "./edit-decisions.ts";
import { type KnownRules, parseWaivers, waiverId } from "./waivers.ts";

/** A new file, with what people who open it should know. */
export const emptyWaivers = `# Waivers: failed controls that people agreed to live with, until a day. See docs/POLICY.md.
schema: plimsoll/waivers@1
# Another person than the requester must agree: required, or optional.
approver: required
# The longest time that a waiver may hold, at most 366.
maximumDays: 180
waivers: []
`;

type Change = (document: Document, before: WaiverSet) => string;

/** Writes down a request. Gives the waiver. */
export function addWaiver(path: string, rules: KnownRules, waiver: Omit<Waiver, "id">): Promise<Waiver> {
  return changed(path, rules, (document) => {
    const id = waiverId(waiver);
    addToList(document, "waivers", { id, ...waiver });
    return id;
  });
}

/** Asks for more time: what held before goes to the history, and must be approved anew, under the rules as they are now. */
export function renewWaiver(
  path: string,
  rules: KnownRules,
  renewal: {
    readonly id: string;
    readonly by: string;
    readonly on: CalendarDay;
    readonly until: CalendarDay;
    readonly rules: (control: string) => RuleVersion;
  },
): Promise<Waiver> {
  return changed(path, rules, (document, before) => {
    const { waiver, at } = pick(before, renewal.id);
    refuseRevoked(waiver);
    const { until, approver, approved, rules: former } = waiver;
    const past = {
      on: renewal.on,
      by: renewal.by,
      until,
      ...(approver === undefined ? {} : { approver }),
      ...(approved === undefined ? {} : { approved }),
      rules: former,
    };
    if (waiver.renewals === undefined) document.setIn([...at, "renewals"], document.createNode([past]));
    else document.addIn([...at, "renewals"], document.createNode(past));
    document.setIn([...at, "until"], renewal.until);
    document.deleteIn([...at, "approver"]);
    document.deleteIn([...at, "approved"]);
    document.setIn([...at, "rules"], document.createNode(renewal.rules(waiver.control)));
    return waiver.id;
  });
}

/** Agrees to a request. Throws FailureError `usage` for the requester themself, and where there is nothing to agree to. */
export function approveWaiver(
  path: string,
  rules: KnownRules,
  approval: { readonly id: string; readonly by: string; readonly on: CalendarDay },
): Promise<Waiver> {
  return changed(path, rules, (document, before) => {
    const { waiver, at } = pick(before, approval.id);
    refuseRevoked(waiver);
    if (waiver.approver !== undefined)
      throw usage(`waiver ${waiver.id} was already approved by ${waiver.approver} on ${waiver.approved ?? "?"}`);
    if (isSamePerson(waiver.requester, approval.by))
      throw usage(`waiver ${waiver.id} was requested by ${waiver.requester}; another person must approve it`);
    if (waiver.until < approval.on) throw usage(`waiver ${waiver.id} ended on ${waiver.until}; renew it first`);
    document.setIn([...at, "approver"], approval.by);
    document.setIn([...at, "approved"], approval.on);
    return waiver.id;
  });
}

/** Takes a waiver back; it stays in the file. */
export function revokeWaiver(
  path: string,
  rules: KnownRules,
  revocation: {
    readonly id: string;
    readonly by: string;
    readonly on: CalendarDay;
    readonly reason?: string | undefined;
  },
): Promise<Waiver> {
  return changed(path, rules, (document, before) => {
    const { waiver, at } = pick(before, revocation.id);
    refuseRevoked(waiver);
    const { by, on, reason } = revocation;
    document.setIn([...at, "revoked"], document.createNode({ by, on, ...(reason === undefined ? {} : { reason }) }));
    return waiver.id;
  });
}

async function changed(path: string, rules: KnownRules, change: Change): Promise<Waiver> {
  const parse = (file: Parameters<typeof parseWaivers>[1]) => parseWaivers(path, file, rules);
  const { done, after } = await editDecisions(path, { list: "waivers", empty: emptyWaivers, parse, change });
  return pick(after, done).waiver;
}

function pick({ waivers }: WaiverSet, id: string): { waiver: Waiver; at: readonly [string, number] } {
  const { entry, index } = pickById(waivers, id, "waiver");
  return { waiver: entry, at: ["waivers", index] };
}

function refuseRevoked({ id, revoked }: Waiver): void {
  if (revoked !== undefined) throw usage(`waiver ${id} was revoked by ${revoked.by} on ${revoked.on}`);
}
