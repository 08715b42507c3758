// A person's answer takes the place of `manual`, and of nothing else: what a check decides, no answer changes. The reason
// then says who answered, and what had to be looked at stays as evidence. Issue 5, "Manual answers".
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { ManualAnswer } from "../../shared/model/answer.ts";
import type { Evidence, Finding } from "../../shared/model/finding.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { say } from "../../shared/wording/say.ts";
import { words } from "./control-phrase.ts";
import { type DecidedSubject, meansSubject } from "./decided-subject.ts";

export type AnswerStanding =
  | { readonly state: "holds" }
  | { readonly state: "revoked" | "expired" | "future"; readonly why: Phrase };

/** Whether the answer holds on `on`, and why not. */
export function answerStanding({ on: given, until, revoked }: ManualAnswer, on: CalendarDay): AnswerStanding {
  if (revoked !== undefined && revoked.on <= on)
    return { state: "revoked", why: words("policy.revoked", { by: revoked.by, on: revoked.on }) };
  if (given > on) return { state: "future", why: words("policy.begins", { on: given }) };
  if (until < on) return { state: "expired", why: words("policy.expired", { until, days: daysBetween(until, on) }) };
  return { state: "holds" };
}

/**
 * The findings of one subject with the answers that hold on `on`; of several for one control the newest, and of those of one
 * day the least favourable. Pure; findings keep their order.
 */
export function applyAnswers(
  findings: readonly Finding[],
  subject: DecidedSubject,
  answers: readonly ManualAnswer[],
  on: CalendarDay,
): Finding[] {
  const chosen = new Map<string, ManualAnswer>();
  for (const answer of [...answers].sort(byWeight)) {
    if (chosen.has(answer.control) || answerStanding(answer, on).state !== "holds") continue;
    if (meansSubject(answer.subject, subject)) chosen.set(answer.control, answer);
  }
  return findings.map((finding) => {
    const answer = chosen.get(finding.control);
    return answer === undefined || finding.status !== "manual" ? finding : answered(finding, answer);
  });
}

function answered(finding: Finding, answer: ManualAnswer): Finding {
  const { id, by, on, until, note, status, attachment } = answer;
  const reason = words("policy.answered", { by, on, until, note });
  const question: Evidence[] =
    finding.reason === undefined
      ? []
      : [
          {
            where: finding.control,
            detail: finding.reason,
            ...(finding.phrase === undefined ? {} : { phrase: finding.phrase }),
          },
        ];
  const seen: Evidence[] =
    attachment === undefined ? [] : [line(attachment.name, words("policy.attachment", { sha256: attachment.sha256 }))];
  return {
    ...finding,
    status,
    reason: say(reason, "en"),
    phrase: reason,
    evidence: [line(`answer ${id}`, words("policy.answer-note", { note })), ...seen, ...question, ...finding.evidence],
    answer: { id, by, on, until, note, ...(attachment === undefined ? {} : { attachment }) },
  };
}

function line(where: string, phrase: Phrase): Evidence {
  return { where, detail: say(phrase, "en"), phrase };
}

const favour = { fail: 0, "not-applicable": 1, pass: 2 } as const;

function byWeight(a: ManualAnswer, b: ManualAnswer): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1;
  return favour[a.status] - favour[b.status] || (a.id < b.id ? -1 : 1);
}
