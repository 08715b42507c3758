// What a verdict is called and what it asks for, in the window's language. The catalogue speaks where it still says what
// the finding was judged by; an older audit keeps its own English text, as in the report.
import type { ControlWords } from "../../../shared/ipc/contract.ts";
import type { Finding } from "../../../shared/model/finding.ts";
import type { Language } from "../../../shared/model/phrase.ts";

export interface VerdictWords {
  readonly title: string;
  readonly remediation: string;
  /** What only the catalogue knows; null where the words are the finding's own. */
  readonly catalogue: { readonly rule: string; readonly severityGround: string } | null;
}

/** `control`: the catalogue's entry of the finding's id, undefined where it has none. */
export function verdictWords(finding: Finding, control: ControlWords | undefined, language: Language): VerdictWords {
  if (control === undefined || !saysTheSame(control, finding)) {
    return { title: finding.title, remediation: finding.remediation, catalogue: null };
  }
  const { title, remediation, rule, severityGround } = control;
  return {
    title: title[language],
    remediation: remediation[language],
    catalogue: { rule: rule[language], severityGround: severityGround[language] },
  };
}

/** An id may live on while what stands under it changes; then the German of today is no translation of what was judged. */
function saysTheSame(control: ControlWords, finding: Finding): boolean {
  return control.title.en === finding.title && control.remediation.en === finding.remediation;
}
