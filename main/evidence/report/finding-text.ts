// What a finding says, in the language of the report. Titles and remedies come from the rule set that judged; where the
// rule set at hand is another version, the finding's own English text stands, since that is what was judged.
import type { AuditRun } from "../../../shared/model/audit.ts";
import type { Control, RuleSet } from "../../../shared/model/control.ts";
import type { Evidence, Finding } from "../../../shared/model/finding.ts";
import type { Language, Phrase } from "../../../shared/model/phrase.ts";
import { plainText } from "../../../shared/plain-text.ts";
import { phrases, say } from "../../../shared/wording/say.ts";

export interface FindingText {
  title(finding: Finding): string;
  remedy(finding: Finding): string;
  /** Null where the finding has none (pass, fail). */
  reason(finding: Finding): string | null;
  detail(evidence: Evidence): string;
  /** One short ground for tables: the reason, else the first piece of evidence, and how many more there are. */
  ground(finding: Finding, more: (count: number) => string): string;
  /** The phrase in the report's language; the English text where the wording tables lack it. */
  sentence(phrase: Phrase | undefined, english: string): string;
}

/** `rules` is what the report is composed with; only sets with the digest that the run names are used. */
export function findingText(run: Pick<AuditRun, "rules">, rules: readonly RuleSet[], language: Language): FindingText {
  const judged = new Set(run.rules.map((rule) => rule.digest));
  const controls = new Map<string, Control>();
  for (const set of rules) {
    if (judged.has(set.digest)) for (const control of set.controls) controls.set(control.id, control);
  }
  const sentence = (phrase: Phrase | undefined, english: string): string =>
    phrase !== undefined && phrases[phrase.key] !== undefined ? say(phrase, language) : plainText(english);
  const reason = (finding: Finding): string | null =>
    finding.reason === undefined && finding.phrase === undefined
      ? null
      : sentence(finding.phrase, finding.reason ?? finding.phrase?.key ?? "");
  const detail = (evidence: Evidence): string => sentence(evidence.phrase, evidence.detail);
  return {
    title: (finding) => controls.get(finding.control)?.title[language] ?? finding.title,
    remedy: (finding) => controls.get(finding.control)?.remediation[language] ?? finding.remediation,
    reason,
    detail,
    sentence,
    ground(finding, more) {
      const said = reason(finding);
      if (said !== null) return said;
      const [first] = finding.evidence;
      if (first === undefined) return "";
      const rest = finding.evidence.length - 1;
      return `${plainText(first.where, 160)}: ${detail(first)}${rest > 0 ? ` (${more(rest)})` : ""}`;
    },
  };
}
