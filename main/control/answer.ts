// What the runner says of one control before it becomes a finding.
import type { Control } from "../../shared/model/control.ts";
import type { Evidence, Finding, Status } from "../../shared/model/finding.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { Policy } from "../../shared/model/policy.ts";
import { say } from "../../shared/wording/say.ts";
import { words } from "./control-phrase.ts";
import { mappingsOf } from "./profile.ts";

export interface Answer {
  readonly status: Status;
  readonly reason?: string;
  readonly phrase?: Phrase;
  readonly evidence: readonly Evidence[];
}

export function saying(status: Status, reason: Phrase, evidence: readonly Evidence[]): Answer {
  return { status, reason: say(reason, "en"), phrase: reason, evidence };
}

/** A control that no check decides: what its catalogue says, and an error where the catalogue says nothing. */
export function withoutCheck({ unchecked }: Control): Answer {
  if (unchecked === undefined) return saying("error", words("control.no-check"), []);
  return { status: unchecked.status, reason: unchecked.reason.en, evidence: [] };
}

/** A check that threw: never a pass, and never the end of the audit. */
export function thrown(error: unknown): Answer {
  const cause = error instanceof Error ? error.message : String(error);
  return saying("error", words("control.check-failed", { cause }), []);
}

/** The finding of a control; a policy adds mappings of its own. */
export function findingOf(control: Control, { status, reason, phrase, evidence }: Answer, policy: Policy): Finding {
  return {
    control: control.id,
    benchmark: control.benchmark,
    title: control.title.en,
    severity: control.severity,
    ...(control.level === undefined ? {} : { level: control.level }),
    assessment: control.assessment,
    status,
    ...(reason === undefined ? {} : { reason }),
    ...(phrase === undefined ? {} : { phrase }),
    evidence: [...evidence],
    remediation: control.remediation.en,
    mappings: mappingsOf(control, policy),
  };
}
