// Ports below 1024 of the host belong to its own services; the policy names those that a container may take.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { isAllowedPort, portRange } from "../../../../shared/policy-match.ts";
import { joinedNetwork, type PublishedPort, publicationOf, publicPort } from "../../containers/published-ports.ts";
import { unseenPorts } from "../../containers/unseen-ports.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const privilegedPorts = defineSurroundingCheck({
  decides: ["cis-docker:5.8", "docker-ee-stig:DKER-EE-002150"],
  needs: ["container.inspect"],
  may: ["engine.swarm"],
  judge({ container, engine, known, policy }) {
    const { ports, unseen } = publicationOf(container, known("engine.swarm") ? (engine?.swarm ?? null) : null);
    const low = ports.filter(isLow);
    const fails = low
      .filter((port) => !isAllowedPort(publicPort(port), policy.allowedPorts))
      .map((port) => pointOf(port));
    // On the host's own network what the container is meant to listen on is a port of the host.
    const declared = unseen?.by === "host-network" ? container.exposedPorts.filter(isLowPort) : [];
    const forbidden = declared.filter((port) => !isAllowedPort(port, policy.allowedPorts));
    fails.push(
      ...forbidden.map((port) => pointAt(`ExposedPorts ${port}`, "container.port-low-host-network", { port })),
    );
    if (fails.length === 0 && unseen !== null) return unseenPorts(unseen, container);
    return verdictOf({
      fails,
      passes: pointAt("PortBindings", "container.port-none-low", { count: ports.length }),
      beside: [
        ...joinedNetwork(container),
        ...low
          .filter((port) => isAllowedPort(publicPort(port), policy.allowedPorts))
          .map((port) => pointAt(port.where, "container.port-excused", { port: publicPort(port) })),
      ],
    });
  },
});

function pointOf(port: PublishedPort): ProofPoint {
  return pointAt(port.where, "container.port-low", { port: publicPort(port) });
}

/** A port that cannot be read as one counts as low: it was not shown to be another. */
function isLow({ hostPort }: PublishedPort): boolean {
  return hostPort !== "" && isLowPort(hostPort);
}

function isLowPort(port: string): boolean {
  const range = portRange(port);
  return range === null || (range.from < 1024 && range.to > 0);
}
