// The runner for what lies around images: each control of an engine, a container or a host gets exactly one finding for each
// subject. As in judge.ts, only the runner says `not-assessed` and `error`.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { AuditedSubject } from "../../shared/model/audit.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { Finding } from "../../shared/model/finding.ts";
import { defaultPolicy, type Policy } from "../../shared/model/policy.ts";
import type { ContainerFacts, Surrounding, SurroundingLimit, Surroundings } from "../../shared/model/surroundings.ts";
import { type Answer, findingOf, saying, withoutCheck } from "./answer.ts";
import { askCheck, askedOnce } from "./ask-check.ts";
import { surroundingChecks } from "./checks/surroundings.ts";
import { words } from "./control-phrase.ts";
import { areaOf, type JudgedSurroundings, type SurroundingCheck } from "./define-surrounding-check.ts";
import { isInProfile, parametersFor } from "./profile.ts";

/**
 * Judges the surroundings that were asked for (`scopes`), each by the controls of its scope. One that could not be reached is a
 * subject as well, with every control `not-assessed` and the reason; an engine without containers is one subject
 * that is `not-applicable`. Pure: the same arguments give the same subjects, byte for byte.
 */
export function judgeSurroundings(
  surroundings: Surroundings,
  scopes: readonly Surrounding[],
  rules: readonly RuleSet[],
  on: CalendarDay,
  policy: Policy = defaultPolicy,
  checks: readonly SurroundingCheck[] = surroundingChecks,
): AuditedSubject[] {
  const deciding = new Map(checks.flatMap((check) => check.decides.map((id) => [id, check] as const)));
  const { engine, host, containers } = surroundings;
  const findings = (kind: Surrounding, container: ContainerFacts | null, instead: Answer | null): Finding[] =>
    rules.flatMap((set) => {
      const judged = { engine, host, container, on, policy: parametersFor(policy, set.id) };
      const ask = askedOnce((check: SurroundingCheck) => answerOf(check, judged, surroundings));
      return set.controls
        .filter((control) => control.scope === kind && isInProfile(control, policy))
        .map((control) => {
          const check = deciding.get(control.id);
          return findingOf(control, instead ?? (check === undefined ? withoutCheck(control) : ask(check)), policy);
        });
    });
  const subjects: AuditedSubject[] = [];
  if (scopes.includes("engine")) {
    const name = engine?.name ?? "engine";
    subjects.push({
      subject: { kind: "engine", id: name, name },
      facts: engine,
      findings: findings("engine", null, null),
    });
  }
  if (scopes.includes("host")) {
    const name = host?.name ?? "host";
    subjects.push({ subject: { kind: "host", id: name, name }, facts: host, findings: findings("host", null, null) });
  }
  if (scopes.includes("container")) {
    for (const container of containers ?? []) {
      const { id, name } = container;
      const found = findings("container", container, null);
      subjects.push({ subject: { kind: "container", id, name }, facts: container, findings: found });
    }
    if (containers === null || containers.length === 0) {
      const none = containers === null ? null : saying("not-applicable", words("control.no-container"), []);
      const found = findings("container", null, none);
      subjects.push({ subject: { kind: "container", id: "none", name: "none" }, facts: null, findings: found });
    }
  }
  return subjects;
}

function answerOf(check: SurroundingCheck, judged: JudgedSurroundings, { unreached }: Surroundings): Answer {
  const away = check.needs.map(areaOf).find((area) => judged[area] === null);
  if (away === undefined) return askCheck(check, judged, limitsOf(judged));
  const { reason, phrase } = unreached.find(({ surrounding }) => surrounding === away) ?? {};
  if (reason === undefined) return saying("not-assessed", words("control.not-asked-for", { area: away }), []);
  return { status: "not-assessed", reason, ...(phrase === undefined ? {} : { phrase }), evidence: [] };
}

function limitsOf({ engine, container, host }: JudgedSurroundings): SurroundingLimit[] {
  return [engine, container, host].flatMap((facts) => facts?.limits ?? []);
}
