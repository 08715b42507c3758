// Which ports of the host lead to a container: those that inspect shows, and those of the swarm service it belongs to. Where
// they cannot be seen (the host's own network, a service that was not read), that is said instead of taken for none.

import type { ProofPoint } from "../../../shared/model/finding.ts";
import type { ContainerFacts, EngineFacts } from "../../../shared/model/surroundings.ts";
import { portRange } from "../../../shared/policy-match.ts";
import { pointAt } from "./verdict-of.ts";

export interface PublishedPort {
  readonly where: string;
  /** `443` or a range `8000-8010`; empty = the engine takes a free one. */
  readonly hostPort: string;
  /** Of the container, `443/tcp`. */
  readonly container: string;
  /** Addresses it is bound to, each once; empty = all. */
  readonly hostIps: readonly string[];
  readonly by: "container" | "service";
}

export interface Publication {
  readonly ports: readonly PublishedPort[];
  /** What hides further ports. */
  readonly unseen:
    | { readonly by: "host-network" }
    | { readonly by: "path"; readonly mode: string }
    | { readonly by: "service"; readonly name: string }
    | null;
}

/** Label that a swarm puts on the containers of a service. */
const serviceLabel = "com.docker.swarm.service.name";

/** The service of a swarm that made this container, if one did. */
export function serviceOf({ labels }: Pick<ContainerFacts, "labels">): string | undefined {
  return Object.hasOwn(labels, serviceLabel) ? labels[serviceLabel] : undefined;
}

/** All ports of the container; `swarm` = what the engine says of its services, null where that was not read. */
export function publicationOf(container: ContainerFacts, swarm: EngineFacts["swarm"] | null): Publication {
  const mode = container.namespaces.network;
  if (mode === "host") return { ports: [], unseen: { by: "host-network" } };
  if (mode.startsWith("ns:")) return { ports: [], unseen: { by: "path", mode } };
  const own = new Map<string, PublishedPort>();
  for (const { container: port, hostIp, hostPort } of container.ports) {
    // One binding for IPv4 and one for IPv6 are the same port.
    const key = `${port} ${hostPort}`;
    const hostIps = [...(own.get(key)?.hostIps ?? []), hostIp];
    const free = hostPort === "0" ? "" : hostPort;
    own.set(key, { where: `PortBindings ${port}`, hostPort: free, container: port, hostIps, by: "container" });
  }
  const name = serviceOf(container);
  if (name === undefined) return { ports: [...own.values()], unseen: null };
  const service = swarm?.services?.find((each) => each.name === name);
  if (service === undefined) return { ports: [...own.values()], unseen: { by: "service", name } };
  const routed = service.ports
    .filter(({ mode }) => mode !== "host")
    .map(
      ({ target, published }): PublishedPort => ({
        where: `service ${name} ${target}`,
        hostPort: published === null || published === 0 ? "" : String(published),
        container: `${target}/tcp`,
        hostIps: [""],
        by: "service",
      }),
    );
  return { ports: [...own.values(), ...routed], unseen: null };
}

/** Said beside a verdict on ports: those of a joined network are published by the container that it belongs to. */
export function joinedNetwork({ namespaces }: ContainerFacts): ProofPoint[] {
  const mode = namespaces.network;
  if (!mode.startsWith("container:")) return [];
  return [pointAt("HostConfig.NetworkMode", "container.namespace-joined", { kind: "network", mode })];
}

/** The port of the host with its protocol, as a policy names it; of a free one that of the container. */
export function publicPort({ hostPort, container }: PublishedPort): string {
  if (hostPort === "") return container;
  return `${hostPort}/${portRange(container)?.protocol ?? "tcp"}`;
}

/** Whether an address stands for all of the host's. */
export function isEveryAddress(hostIp: string): boolean {
  return ["", "*", "0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0"].includes(hostIp.trim());
}
