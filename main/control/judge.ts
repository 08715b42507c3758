// The runner: every control of every rule set gets exactly one finding, in the order of the catalogue. It alone says
// `not-assessed` and `error`.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { Finding } from "../../shared/model/finding.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import { defaultPolicy, type Policy } from "../../shared/model/policy.ts";
import { type Answer, findingOf, saying, withoutCheck } from "./answer.ts";
import { askCheck, askedOnce } from "./ask-check.ts";
import { checks as allChecks } from "./checks/index.ts";
import { words } from "./control-phrase.ts";
import type { Check } from "./define-check.ts";
import { type StepOf, stepsByLayer } from "./evidence.ts";
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
  const stepOf = stepsByLayer({ image, facts });
  return rules.flatMap((set) => {
    const judged: JudgedImage = { image, facts, on, policy: parametersFor(policy, set.id) };
    const ask = askedOnce((check: Check) => answerOf(check, judged, stepOf));
    return set.controls
      .filter((control) => control.scope === "image" && isInProfile(control, policy))
      .map((control) => {
        const check = deciding.get(control.id);
        return findingOf(control, check === undefined ? withoutCheck(control) : ask(check), policy);
      });
  });
}

function answerOf(check: Check, judged: JudgedImage, stepOf: StepOf): Answer {
  const { version, limits } = judged.facts;
  const absent = absentFacts(judged.facts, check.needs);
  if (absent.length === 0) return askCheck(check, judged, limits, stepOf);
  return saying("not-assessed", words("control.facts-too-old", { version, facts: absent.join(", ") }), []);
}
