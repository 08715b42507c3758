// Runs one situation of test/cases/control/containers through the runner with the real catalogue.
import { judgeControls } from "../../main/control/judge.ts";
import { judgeSurroundings } from "../../main/control/judge-surroundings.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import type { Facts } from "../../shared/model/facts.ts";
import type { Finding } from "../../shared/model/finding.ts";
import { Policy } from "../../shared/model/policy.ts";
import { ContainerFacts, EngineFacts, HostFacts, type SurroundingFact } from "../../shared/model/surroundings.ts";
import type { ContainerCase } from "../cases/control/containers/situation.ts";
import { configWith, factsWith, imageWith } from "./facts.ts";
import { day } from "./kept-run.ts";
import { containerFacts, engineFacts, hostFacts, surroundingGap, surroundings } from "./surroundings.ts";

const today = day("2026-11-24");

/** The finding of `control` alone; facts that do not fit their schema throw. */
export function findingIn(rules: readonly RuleSet[], control: string, given: ContainerCase): Finding | undefined {
  const chosen = rules
    .map((set): RuleSet => ({ ...set, controls: set.controls.filter(({ id }) => id === control) }))
    .filter((set) => set.controls.length > 0);
  const policy = Policy.parse({ schema: "plimsoll/policy@1", parameters: given.policy ?? {} });
  if (given.image !== undefined) {
    const { config, facts } = given.image;
    const read: Facts = factsWith({ config: configWith(config), ...facts });
    return judgeControls({ image: imageWith([]), facts: read }, chosen, today, policy)[0];
  }
  const gaps = (area: string) =>
    (given.gaps ?? []).filter((fact) => fact.startsWith(area)).map((fact: SurroundingFact) => surroundingGap(fact));
  const container = ContainerFacts.parse(containerFacts({ limits: gaps("container."), ...given.container }));
  const engine =
    given.engine === null ? null : EngineFacts.parse(engineFacts({ limits: gaps("engine."), ...given.engine }));
  const host = given.host === undefined ? null : HostFacts.parse(hostFacts(given.host));
  const around = surroundings({ engine, containers: [container], host });
  const scope = chosen[0]?.controls[0]?.scope ?? "image";
  if (scope === "image") throw new Error(`${control} is about images`);
  return judgeSurroundings(around, [scope], chosen, today, policy)[0]?.findings[0];
}

/** Reason and evidence as lines, `WHERE: DETAIL`. */
export function saidBy(finding: Finding | undefined): string {
  const evidence = (finding?.evidence ?? []).map(({ where, detail }) => `${where}: ${detail}`);
  return [finding?.reason ?? "", ...evidence].join("\n");
}
