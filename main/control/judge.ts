// The runner: every control of every rule set gets exactly one finding, in the order of the catalogue. It alone says
// `not-assessed` and `error`.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Control, RuleSet } from "../../shared/model/control.ts";
import type { FactName, Facts, Limit } from "../../shared/model/facts.ts";
import type { Finding, ProofPoint, Verdict } from "../../shared/model/finding.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import { defaultPolicy, type Policy } from "../../shared/model/policy.ts";
import { type Answer, findingOf, saying, thrown, withoutCheck } from "./answer.ts";
import { checks as allChecks } from "./checks/index.ts";
import { words } from "./control-phrase.ts";
import type { Check } from "./define-check.ts";
import { evidenceOf, remarkOf, stepsByLayer } from "./evidence.ts";
import { isInProfile, parametersFor } from "./profile.ts";
import { absentFacts, type JudgedImage } from "./subject.ts";

export interface ImageSubject {
  readonly image: ImageIdentity;
  readonly facts: Facts;
}

/**
 * Judges one image by the controls of `rules` that concern images and belong to the policy's profiles, as of `on`; `own` are
 * the checks of packs, beside those that come with Plimsoll. Pure: the same arguments give the same findings, byte for byte.
 */
export function judgeControls(
  subject: ImageSubject,
  rules: readonly RuleSet[],
  on: CalendarDay,
  policy: Policy = defaultPolicy,
  own: readonly Check[] = [],
): Finding[] {
  return judgeBy([...allChecks, ...own], subject, rules, on, policy);
}

/** `judgeControls` with a list of checks of one's own. */
export function judgeBy(
  checks: readonly Check[],
  { image, facts }: ImageSubject,
  rules: readonly RuleSet[],
  on: CalendarDay,
  policy: Policy = defaultPolicy,
): Finding[] {
  const deciding = new Map(checks.flatMap((check) => check.decides.map((id) => [id, check] as const)));
  return rules.flatMap((set) => {
    const judged: JudgedImage = { image, facts, on, policy: parametersFor(policy, set.id) };
    // A check that decides a whole family looks once: its answer depends on the image, not on the control.
    const given = new Map<Check, Answer>();
    const answerFor = (control: Control, check: Check | undefined): Answer => {
      if (check === undefined) return answerOf(control, undefined, judged);
      const answer = given.get(check) ?? answerOf(control, check, judged);
      given.set(check, answer);
      return answer;
    };
    return set.controls
      .filter((control) => control.scope === "image" && isInProfile(control, policy))
      .map((control) => findingOf(control, answerFor(control, deciding.get(control.id)), policy));
  });
}

function answerOf(control: Control, check: Check | undefined, judged: JudgedImage): Answer {
  if (check === undefined) return withoutCheck(control);
  const absent = absentFacts(judged.facts, check.needs);
  if (absent.length > 0) {
    const params = { version: judged.facts.version, facts: absent.join(", ") };
    return saying("not-assessed", words("control.facts-too-old", params), []);
  }
  const gaps = judged.facts.limits.filter(({ fact, weight }) => weight === "gap" && check.needs.includes(fact));
  try {
    const lacking = check.lacks(judged);
    if (lacking !== null) return gaps.length > 0 ? unread(gaps) : saying("not-assessed", lacking, []);
    return verdictAsAnswer(check, check.judge(judged), gaps, judged);
  } catch (error) {
    return thrown(error);
  }
}

/** The verdict, unless it rests on something that was not read. */
function verdictAsAnswer(check: Check, verdict: Verdict, gaps: readonly Limit[], judged: JudgedImage): Answer {
  const restsOn: readonly FactName[] = verdict.restsOn ?? check.needs;
  const missing = gaps.filter(({ fact }) => restsOn.includes(fact));
  if (missing.length > 0) return unread(missing);
  // What was left out stands beside a verdict that looked for it; a failure is no less one for it.
  const remarks =
    verdict.status === "fail"
      ? []
      : judged.facts.limits.filter(({ fact, weight }) => weight === "note" && restsOn.includes(fact)).map(remarkOf);
  const points: readonly ProofPoint[] = verdict.evidence ?? [];
  const evidence = evidenceOf(points, remarks, stepsByLayer(judged));
  return "reason" in verdict ? saying(verdict.status, verdict.reason, evidence) : { status: verdict.status, evidence };
}

/** Not assessed for what could not be read: the first reason, and every place as evidence. */
function unread(gaps: readonly Limit[]): Answer {
  const [first] = gaps;
  return {
    status: "not-assessed",
    reason: first?.reason ?? "",
    ...(first?.phrase === undefined ? {} : { phrase: first.phrase }),
    evidence: gaps.map(remarkOf),
  };
}
