// A case of a control of engines or hosts: what is given, and what the control must answer; and the run that answers it.
import { judgeSurroundings } from "../../main/control/judge-surroundings.ts";
import { CalendarDay } from "../../shared/calendar-day.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { Finding, Status } from "../../shared/model/finding.ts";
import { defaultPolicy, type PolicyParameters } from "../../shared/model/policy.ts";
import { EngineFacts, HostFacts } from "../../shared/model/surroundings.ts";
import { engineFacts, hostFacts, surroundings } from "./surroundings.ts";

export interface SurroundingCase {
  readonly name: string;
  /** Beside a plain engine and host; null = not asked for. */
  readonly engine?: Partial<EngineFacts> | null;
  readonly host?: Partial<HostFacts> | null;
  readonly policy?: Partial<PolicyParameters>;
  readonly expect: Status;
  /** Part of the reason or of an evidence line (`WHERE: DETAIL`). */
  readonly says?: RegExp;
}
export type SurroundingCases = Readonly<Record<string, readonly SurroundingCase[]>>;

export const today: CalendarDay = CalendarDay.parse("2026-11-23");

/** The one finding of `control` in this case, as the subject of its scope has it. */
export function findingIn(rules: readonly RuleSet[], control: string, one: SurroundingCase): Finding {
  const engine = one.engine === null ? null : EngineFacts.parse(engineFacts(one.engine));
  const host = one.host === null ? null : HostFacts.parse(hostFacts(one.host));
  const policy = { ...defaultPolicy, parameters: { ...defaultPolicy.parameters, ...one.policy } };
  const around = surroundings({ engine, host });
  const findings = judgeSurroundings(around, ["engine", "host"], rules, today, policy).flatMap(
    (subject) => subject.findings,
  );
  const [found, ...others] = findings.filter((finding) => finding.control === control);
  if (found === undefined || others.length > 0)
    throw new Error(`${control} has ${others.length + 1} findings, not one`);
  return found;
}

/** All that a finding says, for people. */
export function linesOf({ reason, evidence }: Finding): string {
  return [reason ?? "", ...evidence.map(({ where, detail }) => `${where}: ${detail}`)].join("\n");
}
