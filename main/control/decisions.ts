// What people decided about findings, applied after judging: first answers, then waivers, since an answer may be a failure
// that a waiver excuses. And the record of what became of each, which a run carries.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { AnswerSet, AnswerUse, ManualAnswer, RunAnswers } from "../../shared/model/answer.ts";
import type { Audit, AuditedSubject, AuditRun } from "../../shared/model/audit.ts";
import type { Finding } from "../../shared/model/finding.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { Policy } from "../../shared/model/policy.ts";
import type { RunWaivers, WaiverSet, WaiverUse } from "../../shared/model/waiver.ts";
import { say } from "../../shared/wording/say.ts";
import { words } from "./control-phrase.ts";
import { type DecidedSubject, imageSubject, meansSubject } from "./decided-subject.ts";
import { answerStanding, applyAnswers } from "./manual-answers.ts";
import { waiverHygiene } from "./waiver-hygiene.ts";
import { type LoadedRules, standingOf } from "./waiver-state.ts";
import { applyWaivers } from "./waivers.ts";

export interface Decisions {
  readonly rules: LoadedRules;
  readonly on: CalendarDay;
  /** What is judged by, and the digest of its file; without a digest it is no file's. */
  readonly policy?: Policy | undefined;
  readonly policyDigest?: string | undefined;
  /** Absent = there is no such file. */
  readonly waivers?: WaiverSet | undefined;
  readonly answers?: AnswerSet | undefined;
}

interface DecidedFindings {
  readonly subject: DecidedSubject;
  readonly findings: readonly Finding[];
}

/** The findings of one subject with answers and waivers in their place. Pure. */
export function decide(findings: readonly Finding[], subject: DecidedSubject, decisions: Decisions): Finding[] {
  const { rules, on, waivers, answers } = decisions;
  const answered = answers === undefined ? [...findings] : applyAnswers(findings, subject, answers.answers, on);
  return waivers === undefined ? answered : applyWaivers(answered, subject, waivers, on, rules);
}

/** What a run says of the policy, and what became of every waiver and answer; a part is absent where there is no such file. */
export function decisionRecord(
  images: readonly Pick<Audit, "image" | "findings">[],
  around: readonly Pick<AuditedSubject, "subject" | "findings">[],
  { rules, on, policy, policyDigest, waivers, answers }: Decisions,
): Pick<AuditRun, "policy" | "waivers" | "answers"> {
  const subjects = [...images.map(({ image, findings }) => ({ subject: imageSubject(image), findings })), ...around];
  return {
    ...(policy === undefined || policyDigest === undefined
      ? {}
      : { policy: { name: policy.name, digest: policyDigest, profiles: policy.profiles } }),
    ...(waivers === undefined ? {} : { waivers: waiverRecord(subjects, waivers, rules, on) }),
    ...(answers === undefined ? {} : { answers: answerRecord(subjects, answers, on) }),
  };
}

function waiverRecord(
  subjects: readonly DecidedFindings[],
  set: WaiverSet,
  rules: LoadedRules,
  on: CalendarDay,
): RunWaivers {
  const counts = new Map<string, number>();
  for (const { waiver } of subjects.flatMap(({ findings }) => findings)) {
    for (const id of waiver === undefined ? [] : [waiver.id, ...(waiver.also ?? [])])
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const uses = set.waivers.map((waiver): WaiverUse => {
    const standing = standingOf(waiver, set, rules, on);
    const { id, control } = waiver;
    const why = standing.state === "applies" ? {} : because(standing.why);
    return { id, control, state: standing.state, ...why, findings: counts.get(id) ?? 0 };
  });
  const unused = uses.filter(({ state, findings }) => state === "applies" && findings === 0).map(({ id }) => id);
  const { digest, approver, maximumDays } = set;
  return { digest, approver, maximumDays, uses, hygiene: waiverHygiene(set, rules, on, unused) };
}

function answerRecord(
  subjects: readonly DecidedFindings[],
  { answers, digest }: AnswerSet,
  on: CalendarDay,
): RunAnswers {
  const uses = answers.map((answer): AnswerUse => {
    const { id, control } = answer;
    const standing = answerStanding(answer, on);
    if (standing.state !== "holds")
      return { id, control, state: standing.state, ...because(standing.why), findings: 0 };
    const meant = subjects
      .filter(({ subject }) => meansSubject(answer.subject, subject))
      .flatMap(({ findings }) => findings.filter((finding) => finding.control === control));
    const used = meant.filter((finding) => finding.answer?.id === id).length;
    return { id, control, ...unused(answer, meant, used), findings: used };
  });
  return { digest, uses };
}

/** `applied` where it was used; else why the findings that it means had no need of it. */
function unused(
  { control }: ManualAnswer,
  meant: readonly Finding[],
  used: number,
): Pick<AnswerUse, "state" | "reason" | "phrase"> {
  if (used > 0) return { state: "applied" };
  const [first] = meant;
  if (first === undefined) return { state: "no-subject", ...because(words("policy.answer-no-subject", { control })) };
  const newer = meant.find(({ answer }) => answer !== undefined)?.answer;
  if (newer !== undefined) return { state: "outdone", ...because(words("policy.answer-outdone", { id: newer.id })) };
  return { state: "not-manual", ...because(words("policy.answer-not-manual", { status: first.status })) };
}

function because(phrase: Phrase): { reason: string; phrase: Phrase } {
  return { reason: say(phrase, "en"), phrase };
}
