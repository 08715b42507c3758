// The window's questions about waivers and people's answers: the files of the state folder, listed as they stand today and
// changed one entry at a time, by the same functions as `plimsoll waiver` and `plimsoll answer`.
import type { Clock } from "../../../shared/clock.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import type { ManualAnswer } from "../../../shared/model/answer.ts";
import type { RuleSet } from "../../../shared/model/control.ts";
import type { RuleVersion } from "../../../shared/model/decision-scope.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import type { RunWaivers, Waiver } from "../../../shared/model/waiver.ts";
import { defaultMaximumDays } from "../../../shared/model/waiver.ts";
import { answerStanding } from "../../control/manual-answers.ts";
import { waiverHygiene } from "../../control/waiver-hygiene.ts";
import { standingOf } from "../../control/waiver-state.ts";
import { loadAnswersIfThere } from "../../data/answers.ts";
import { addAnswer, revokeAnswer } from "../../data/change-answers.ts";
import { addWaiver, approveWaiver, renewWaiver, revokeWaiver } from "../../data/change-waivers.ts";
import { loadWaiversIfThere } from "../../data/waivers.ts";
import type { AuditStore } from "../../store/audits.ts";
import type { Home } from "../../store/home.ts";

export interface DecisionDeps {
  readonly files: Pick<Home, "waivers" | "answers">;
  readonly rules: readonly RuleSet[];
  readonly store: Pick<AuditStore, "runs" | "run">;
  readonly clock: Clock;
  readonly operator: string;
}
type DecisionHandlers = Pick<
  Handlers<AbortSignal>,
  | "waivers.list"
  | "waivers.add"
  | "waivers.approve"
  | "waivers.renew"
  | "waivers.revoke"
  | "answers.list"
  | "answers.add"
  | "answers.revoke"
>;

/** The handlers of those channels. Each throws FailureError: a file at fault with its line and column, or what is not allowed. */
export function decisionHandlers({ files, rules, store, clock, operator }: DecisionDeps): DecisionHandlers {
  const { waivers: waiversAt, answers: answersAt } = files;
  const rulesNow = (control: string) => rulesOf(control, rules);
  return {
    "waivers.list": async () => {
      const on = clock.today();
      const found = await loadWaiversIfThere(waiversAt, rules);
      const set = found ?? { approver: "required" as const, maximumDays: defaultMaximumDays, waivers: [], digest: "" };
      const uses = found === null ? null : await lastUses(found.digest, store);
      const unused = uses?.filter(({ state, findings }) => state === "applies" && findings === 0).map(({ id }) => id);
      const counts = new Map(uses?.map(({ id, findings }) => [id, findings]));
      const waivers = set.waivers.map((waiver) => {
        const standing = standingOf(waiver, set, rules, on);
        const findings = counts.get(waiver.id);
        return {
          waiver,
          state: standing.state,
          ...(standing.state === "applies" ? {} : { why: standing.why }),
          ...(findings === undefined ? {} : { findings }),
        };
      });
      const { approver, maximumDays } = set;
      const hygiene = waiverHygiene(set, rules, on, unused ?? null);
      return { file: waiversAt, on, operator, approver, maximumDays, waivers, hygiene };
    },
    "waivers.add": async ({ control, scope, reason, requester, until, ticket }) => {
      const request: Omit<Waiver, "id"> = {
        control,
        scope,
        reason,
        requester: requester.trim(),
        created: clock.today(),
        until,
        ...(ticket === undefined ? {} : { ticket }),
        rules: rulesNow(control),
      };
      return addWaiver(waiversAt, rules, request);
    },
    "waivers.approve": async ({ id, by }) => approveWaiver(waiversAt, rules, { id, by: by.trim(), on: clock.today() }),
    "waivers.renew": async ({ id, by, until }) =>
      renewWaiver(waiversAt, rules, { id, by: by.trim(), until, on: clock.today(), rules: rulesNow }),
    "waivers.revoke": async ({ id, by, reason }) =>
      revokeWaiver(waiversAt, rules, { id, by: by.trim(), on: clock.today(), reason }),
    "answers.list": async () => {
      const on = clock.today();
      const found = await loadAnswersIfThere(answersAt, rules);
      const answers = (found?.answers ?? []).map((answer) => {
        const standing = answerStanding(answer, on);
        return { answer, state: standing.state, ...(standing.state === "holds" ? {} : { why: standing.why }) };
      });
      return { file: answersAt, on, operator, answers };
    },
    "answers.add": async ({ control, subject, status, by, until, note, attachment }) => {
      const answer: Omit<ManualAnswer, "id"> = {
        control,
        subject,
        status,
        by: by.trim(),
        on: clock.today(),
        until,
        note,
        ...(attachment === undefined ? {} : { attachment }),
      };
      return addAnswer(answersAt, rules, answer);
    },
    "answers.revoke": async ({ id, by, reason }) =>
      revokeAnswer(answersAt, rules, { id, by: by.trim(), on: clock.today(), reason }),
  };
}

/** The rules that a request is made under. Throws FailureError `usage` for a control that no rule set has. */
function rulesOf(control: string, rules: readonly RuleSet[]): RuleVersion {
  const set = rules.find(({ controls }) => controls.some(({ id }) => id === control));
  if (set === undefined) throw new FailureError({ kind: "usage", cause: `there is no control ${control}` });
  return { benchmark: set.id, version: set.version };
}

/** What became of the waivers in the newest kept run, where it was judged with exactly this file; else null. */
async function lastUses(digest: string, store: DecisionDeps["store"]): Promise<RunWaivers["uses"] | null> {
  const newest = (await store.runs()).at(-1);
  const waivers = newest === undefined ? undefined : (await store.run(newest.run))?.run.waivers;
  return waivers?.digest === digest ? waivers.uses : null;
}
