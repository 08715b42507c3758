// What each rule of section 5 must say in which situation, by control.
import { engineFacts } from "../../support/surroundings.ts";
import { confinement } from "./containers/confinement.ts";
import { execs } from "./containers/exec.ts";
import { limits } from "./containers/limits.ts";
import { ports } from "./containers/ports.ts";
import { reach } from "./containers/reach.ts";
import type { ContainerCase, ContainerCases } from "./containers/situation.ts";

const active = { ...engineFacts().swarm, state: "active", isManager: true, nodes: 3, services: [] };

const swarmMode: readonly ContainerCase[] = [
  { name: "inactive", expect: "pass" },
  { name: "active", engine: { swarm: active }, expect: "fail", says: /3 nodes/ },
  { name: "locked is not inactive", engine: { swarm: { ...active, state: "locked" } }, expect: "fail" },
  {
    name: "active and needed",
    engine: { swarm: active },
    policy: { swarmNeeded: true },
    expect: "manual",
    says: /nodes and services/,
  },
  { name: "inactive though needed", policy: { swarmNeeded: true }, expect: "pass" },
  { name: "no state", engine: { swarm: { ...active, state: "" } }, expect: "not-assessed", says: /does not say/ },
  { name: "the engine was not read", gaps: ["engine.info"], expect: "not-assessed" },
];

export const cases: ContainerCases = {
  "cis-docker:5.1": swarmMode,
  ...reach,
  ...ports,
  ...confinement,
  ...limits,
  ...execs,
};

/** Controls without a passing, a failing or an evidence-missing case, and why there is none. */
export const exceptions: Readonly<Record<string, string>> = {
  "cis-docker:5.19": "Whether a ulimit of its own is needed is a person's to say, so that it never fails.",
};
