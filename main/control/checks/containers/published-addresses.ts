// Whether published ports are bound to a chosen address of the host. A binding to all for IPv4 and another for IPv6 count
// once; an empty address takes the default that the container's network sets.
import type { EngineFacts } from "../../../../shared/model/surroundings.ts";
import { isEveryAddress, joinedNetwork, publicationOf, publicPort } from "../../containers/published-ports.ts";
import { unseenPorts } from "../../containers/unseen-ports.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

const bindingOption = "com.docker.network.bridge.host_binding_ipv4";

export const publishedAddresses = defineSurroundingCheck({
  decides: ["cis-docker:5.14", "docker-ee-stig:DKER-EE-002160"],
  needs: ["container.inspect"],
  may: ["engine.networks", "engine.swarm"],
  judge({ container, engine, known }) {
    const { ports, unseen } = publicationOf(container, known("engine.swarm") ? (engine?.swarm ?? null) : null);
    const fallback = known("engine.networks") ? bindingOf(engine?.networks ?? [], container.networks) : null;
    const isOpen = (hostIp: string, by: "container" | "service") =>
      isEveryAddress(hostIp) && !(hostIp === "" && by === "container" && fallback !== null);
    const open = ports.filter(({ hostIps, by }) => hostIps.some((hostIp) => isOpen(hostIp, by)));
    if (open.length === 0 && unseen !== null) return unseenPorts(unseen, container);
    return verdictOf({
      fails: open.map((port) =>
        pointAt(port.where, port.by === "service" ? "container.address-service" : "container.address-every", {
          port: publicPort(port),
        }),
      ),
      passes: pointAt("PortBindings", "container.address-chosen", { count: ports.length }),
      beside: [
        ...joinedNetwork(container),
        ...ports
          .filter((port) => !open.includes(port))
          .map((port) => {
            const address = port.hostIps.map((hostIp) => hostIp || (fallback ?? "")).join(", ");
            return pointAt(port.where, "container.address", { port: publicPort(port), address });
          }),
      ],
    });
  },
});

/** The address that all networks of the container bind to unless told otherwise; null where one of them takes every. */
function bindingOf(networks: EngineFacts["networks"], names: readonly string[]): string | null {
  const addresses = names.map((name) => networks.find((each) => each.name === name)?.options[bindingOption] ?? "");
  return addresses.length > 0 && addresses.every((each) => !isEveryAddress(each)) ? addresses.join(", ") : null;
}
