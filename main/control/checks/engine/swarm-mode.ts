// Swarm mode opens ports and hands out work; it is off unless an organisation says that it needs it. Even then a person must
// look whether what the swarm runs is what it was meant for.
import { pointAt } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const where = "Swarm.LocalNodeState";

export const swarmMode = defineSurroundingCheck({
  decides: ["cis-docker:5.1"],
  needs: ["engine.info"],
  may: ["engine.swarm"],
  lacks: ({ engine }) => (engine.swarm.state === "" ? words("container.swarm-not-said") : null),
  judge({ engine, known, policy }) {
    const { state, nodes, services } = engine.swarm;
    if (state === "inactive") return { status: "pass", evidence: [pointAt(where, "container.swarm-off")] };
    const size =
      known("engine.swarm") && nodes !== null && services !== null
        ? [pointAt("Swarm", "container.swarm-size", { nodes, services: services.length })]
        : [];
    const point = pointAt(where, "container.swarm-on", { state });
    if (!policy.swarmNeeded) return { status: "fail", evidence: [point, ...size] };
    return { status: "manual", reason: words("container.swarm-review", { state }), evidence: [point, ...size] };
  },
});
