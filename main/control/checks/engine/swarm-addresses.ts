// At which addresses a swarm node listens and sends. The API gives only the advertised one; the others stand in the node's own
// state file, which root alone may read.
import { words } from "../../control-phrase.ts";
import { swarmCheck } from "./swarm-check.ts";

export const swarmListens = swarmCheck({
  decides: ["cis-docker:7.2", "docker-ee-stig:DKER-EE-006270"],
  may: ["host.swarm"],
  lacks({ engine, host }) {
    if (isUnspecified(hostOf(engine.swarm.nodeAddress ?? "–"))) return null;
    if (typeof host?.swarmNode?.listenAddress === "string") return null;
    return host?.limits.find(({ fact }) => fact === "host.swarm")?.phrase ?? words("host.listen-unread");
  },
  judge({ engine: { swarm }, host }) {
    const advertised = swarm.nodeAddress ?? "–";
    const listens = host?.swarmNode?.listenAddress ?? null;
    const told = { where: "/info Swarm.NodeAddr", detail: words("host.advertise-address", { address: advertised }) };
    if (listens === null) return { status: "fail", evidence: [told], restsOn: [] };
    const detail = words("host.listen-address", { address: listens });
    const isOpen = isUnspecified(hostOf(listens)) || isUnspecified(hostOf(advertised));
    return { status: isOpen ? "fail" : "pass", evidence: [{ where: "docker-state.json", detail }, told] };
  },
});

export const swarmTraffic = swarmCheck({
  decides: ["cis-docker:7.9"],
  may: ["host.swarm"],
  judge({ engine: { swarm }, host }) {
    const node = host?.swarmNode ?? null;
    const management = node?.advertiseAddress ?? swarm.nodeAddress ?? "";
    const told = { where: "/info Swarm.NodeAddr", detail: words("host.advertise-address", { address: management }) };
    if (node === null || management === "") {
      return { status: "manual", reason: words("host.traffic-person"), evidence: [told] };
    }
    // Without an address of its own, data take the advertised one.
    const data = node.dataPathAddress ?? management;
    const detail = words("host.data-address", { address: data });
    const isSame = data === "" || hostOf(data) === hostOf(management);
    return { status: isSame ? "fail" : "pass", evidence: [{ where: "docker-state.json", detail }, told] };
  },
});

/** An address without its port and brackets. */
function hostOf(address: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(address)?.[1];
  if (bracketed !== undefined) return bracketed;
  return address.split(":").length === 2 ? address.replace(/:\d+$/, "") : address;
}

function isUnspecified(host: string): boolean {
  return host === "" || host === "0.0.0.0" || host === "::";
}
