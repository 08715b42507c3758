// Whether only ports that are needed are open. What is needed stands in the policy: ports that a container publishes are
// added to its own list of exposed ones, so that list proves nothing.
import { isAllowedPort } from "../../../../shared/policy-match.ts";
import { joinedNetwork, publicationOf, publicPort } from "../../containers/published-ports.ts";
import { unseenPorts } from "../../containers/unseen-ports.ts";
import { listed, pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const neededPorts = defineSurroundingCheck({
  decides: ["cis-docker:5.9", "docker-ee-stig:DKER-EE-001990", "docker-ee-stig:DKER-EE-003560"],
  needs: ["container.inspect"],
  may: ["engine.swarm"],
  judge({ container, engine, known, policy }) {
    const { ports, unseen } = publicationOf(container, known("engine.swarm") ? (engine?.swarm ?? null) : null);
    // With -P the engine takes any free port, so the container's own tells what it is for.
    const isNeeded = (port: (typeof ports)[number]) =>
      isAllowedPort(publicPort(port), policy.allowedPorts) ||
      (container.publishAllPorts && isAllowedPort(port.container, policy.allowedPorts));
    const points = ports.map((port) => {
      const params = { port: publicPort(port), container: port.container };
      return { needed: isNeeded(port), point: pointAt(port.where, "container.port-published", params), port };
    });
    if (points.length > 0 && policy.allowedPorts.length === 0) {
      const list = listed(ports.map(publicPort));
      const evidence = points.map(({ point }) => point);
      return { status: "manual", reason: words("container.ports-review", { ports: list }), evidence };
    }
    const fails = points.filter(({ needed }) => !needed);
    if (fails.length === 0 && unseen !== null) return unseenPorts(unseen, container);
    return verdictOf({
      fails: fails.map(({ port }) => pointAt(port.where, "container.port-not-needed", { port: publicPort(port) })),
      passes: pointAt("PortBindings", "container.ports-needed", { count: ports.length }),
      beside: [
        ...joinedNetwork(container),
        ...points
          .filter(({ needed }) => needed)
          .map(({ port }) => pointAt(port.where, "container.port-excused", { port: publicPort(port) })),
      ],
    });
  },
});
