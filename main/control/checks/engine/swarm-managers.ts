// How many managers a swarm has: an odd number, as an even one adds a target but no tolerance, and no more than the policy says.
import { words } from "../../control-phrase.ts";
import { swarmCheck } from "./swarm-check.ts";

export const swarmManagers = swarmCheck({
  decides: ["cis-docker:7.1", "docker-ee-stig:DKER-EE-005060"],
  lacks: ({ engine }) => (engine.swarm.managers === null ? words("host.not-told", { field: "Swarm.Managers" }) : null),
  judge({ engine: { swarm }, policy: { maximumManagers: maximum } }) {
    const managers = swarm.managers ?? 0;
    const detail = words("host.managers", { managers, nodes: swarm.nodes ?? "–", maximum });
    const isFine = managers % 2 === 1 && managers <= maximum;
    return { status: isFine ? "pass" : "fail", evidence: [{ where: "/info Swarm.Managers", detail }] };
  },
});
