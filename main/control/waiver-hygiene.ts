// What a person who looks after waivers must see: an assessor samples exactly these. Pure, from the file, the day and what
// became of each waiver in a run.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { HygieneNote, Waiver, WaiverSet } from "../../shared/model/waiver.ts";
import { isSamePerson } from "../../shared/same-person.ts";
import { say } from "../../shared/wording/say.ts";
import { words } from "./control-phrase.ts";
import { type LoadedRules, periodsOf, standingOf } from "./waiver-state.ts";

/** So many waivers of one person on one day are looked at as a mass edit. */
export const massEdit = 5;
const noticeDays = 30;

/**
 * The notes, faults first, each kind in the order of the file. `unused` are waivers that hold and stood beside no finding of
 * the run that is looked at; null = no run is looked at. Waivers that were revoked are left out, but for mass edits.
 */
export function waiverHygiene(
  set: WaiverSet,
  rules: LoadedRules,
  on: CalendarDay,
  unused: readonly string[] | null,
): HygieneNote[] {
  const live = set.waivers.filter(({ revoked }) => revoked === undefined || revoked.on > on);
  const standing = new Map(live.map((waiver) => [waiver.id, standingOf(waiver, set, rules, on)]));
  const one = (kind: HygieneNote["kind"], test: (waiver: Waiver) => Phrase | null): HygieneNote[] =>
    live.flatMap((waiver) => {
      const phrase = test(waiver);
      return phrase === null ? [] : [note(kind, [waiver.id], phrase)];
    });
  return [
    ...one("self-approved", (waiver) =>
      periodsOf(waiver).some(({ approver }) => approver !== undefined && isSamePerson(approver, waiver.requester))
        ? words("policy.self-approved", { requester: waiver.requester })
        : null,
    ),
    ...one("expired", ({ id }) => {
      const found = standing.get(id);
      return found?.state === "expired" ? found.why : null;
    }),
    ...one("expires-soon", ({ id }) => {
      const found = standing.get(id);
      if (found?.state !== "applies" || found.period.until > addDays(on, noticeDays)) return null;
      return words("policy.expires-soon", { until: found.period.until });
    }),
    ...one("renewed", ({ renewals = [], created }) =>
      renewals.length === 0 ? null : words("policy.renewed", { count: renewals.length, created }),
    ),
    ...mass("mass-made", set.waivers, ({ requester, created }) => [{ by: requester, day: created }]),
    ...mass("mass-approved", set.waivers, (waiver) =>
      periodsOf(waiver).flatMap(({ approver, approved }) =>
        approver === undefined || approved === undefined ? [] : [{ by: approver, day: approved }],
      ),
    ),
    ...one("matches-nothing", ({ id }) => (unused?.includes(id) === true ? words("policy.matches-nothing") : null)),
    ...one("whole-control", ({ scope }) => (scope.everything === true ? words("policy.whole-control") : null)),
    ...one("no-ticket", ({ ticket }) => (ticket === undefined ? words("policy.no-ticket") : null)),
  ];
}

function mass(
  kind: "mass-made" | "mass-approved",
  waivers: readonly Waiver[],
  deeds: (waiver: Waiver) => readonly { by: string; day: CalendarDay }[],
): HygieneNote[] {
  const groups: { by: string; day: CalendarDay; ids: Set<string> }[] = [];
  for (const waiver of waivers) {
    for (const { by, day } of deeds(waiver)) {
      const group = groups.find((other) => other.day === day && isSamePerson(other.by, by));
      if (group === undefined) groups.push({ by, day, ids: new Set([waiver.id]) });
      else group.ids.add(waiver.id);
    }
  }
  return groups
    .filter(({ ids }) => ids.size >= massEdit)
    .map(({ by, day, ids }) => {
      const params = { by, day, count: ids.size };
      return note(
        kind,
        [...ids],
        kind === "mass-made" ? words("policy.mass-made", params) : words("policy.mass-approved", params),
      );
    });
}

function note(kind: HygieneNote["kind"], waivers: string[], phrase: Phrase): HygieneNote {
  return { kind, weight: kind === "self-approved" ? "fault" : "note", waivers, text: say(phrase, "en"), phrase };
}
