// Ports of the host that lead to a container: its own, those of its swarm service, and those that cannot be seen.
import type { ContainerFacts, EngineFacts } from "../../../../shared/model/surroundings.ts";
import { containerFacts, engineFacts, networkFacts } from "../../../support/surroundings.ts";
import { type ContainerCases, inspectUnread } from "./situation.ts";

const plain = containerFacts();
const apart = (over: Partial<ContainerFacts["namespaces"]>): Partial<ContainerFacts> => ({
  namespaces: { ...plain.namespaces, ...over },
});
const port = (container: string, hostPort: string, hostIp = "192.0.2.10") => ({ container, hostIp, hostPort });
const service = { labels: { "com.docker.swarm.service.name": "shop" } };
const swarm = (published: number | null, mode = "ingress"): Partial<EngineFacts> => ({
  swarm: {
    ...engineFacts().swarm,
    state: "active",
    isManager: true,
    services: [{ name: "shop", ports: [{ target: 80, published, mode }], secrets: 0, sensitiveEnv: [] }],
  },
});
const hostNetwork = apart({ network: "host" });

export const ports: ContainerCases = {
  "cis-docker:5.8": [
    { name: "no port", expect: "pass" },
    { name: "8080", container: { ports: [port("80/tcp", "8080")] }, expect: "pass" },
    { name: "80", container: { ports: [port("80/tcp", "80")] }, expect: "fail", says: /80\/tcp/ },
    { name: "443 fails until the policy says so", container: { ports: [port("443/tcp", "443")] }, expect: "fail" },
    {
      name: "443 on the policy's list",
      container: { ports: [port("8443/tcp", "443")] },
      policy: { allowedPorts: ["443/tcp"] },
      expect: "pass",
      says: /allowedPorts/,
    },
    {
      name: "443/udp where the list says tcp",
      container: { ports: [port("443/udp", "443")] },
      policy: { allowedPorts: ["443/tcp"] },
      expect: "fail",
    },
    { name: "a free port of the engine's choice", container: { ports: [port("80/tcp", "0")] }, expect: "pass" },
    { name: "a range that begins low", container: { ports: [port("80/tcp", "1000-1100")] }, expect: "fail" },
    {
      name: "another container's network, whose ports are its own",
      container: apart({ network: "container:web" }),
      expect: "pass",
      says: /judged itself/,
    },
    { name: "a network by its path", container: apart({ network: "ns:/proc/1/ns/net" }), expect: "manual" },
    { name: "Windows containers", engine: { osType: "windows" }, expect: "not-applicable", says: /Windows/ },
    { name: "a port that is none", container: { ports: [port("80/tcp", "http")] }, expect: "fail" },
    { name: "the host's network", container: hostNetwork, expect: "manual", says: /ss -lntup/ },
    {
      name: "the host's network and a declared low port",
      container: { ...hostNetwork, exposedPorts: ["80/tcp"] },
      expect: "fail",
    },
    { name: "a swarm service at 80", container: service, engine: swarm(80), expect: "fail", says: /service shop/ },
    { name: "a swarm service at 30080", container: service, engine: swarm(30080), expect: "pass" },
    {
      name: "a swarm service that was not read",
      container: service,
      engine: null,
      expect: "manual",
      says: /docker service inspect/,
    },
    inspectUnread,
  ],
  "cis-docker:5.9": [
    { name: "no port", container: { exposedPorts: ["80/tcp"] }, expect: "pass" },
    {
      name: "a port and no list",
      container: { ports: [port("80/tcp", "8080")], exposedPorts: ["80/tcp"] },
      expect: "manual",
      says: /8080\/tcp must be open/,
    },
    {
      name: "a port on the list",
      container: { ports: [port("80/tcp", "8080")] },
      policy: { allowedPorts: ["8000-8100"] },
      expect: "pass",
    },
    {
      name: "a port beyond the list",
      container: { ports: [port("80/tcp", "8080"), port("22/tcp", "2222")] },
      policy: { allowedPorts: ["8080"] },
      expect: "fail",
      says: /2222\/tcp is open/,
    },
    {
      name: "the port of the container on the list, that of the host not",
      container: { ports: [port("443/tcp", "8443")] },
      policy: { allowedPorts: ["443"] },
      expect: "fail",
    },
    {
      name: "all ports published by -P, and the container's on the list",
      container: { ports: [port("443/tcp", "32768")], publishAllPorts: true },
      policy: { allowedPorts: ["443"] },
      expect: "pass",
    },
    { name: "the host's network", container: hostNetwork, expect: "manual" },
    inspectUnread,
  ],
  "cis-docker:5.14": [
    { name: "no port", expect: "pass" },
    { name: "one address", container: { ports: [port("80/tcp", "8080")] }, expect: "pass", says: /192\.0\.2\.10/ },
    {
      name: "every address, IPv4 and IPv6, counts once",
      container: { ports: [port("80/tcp", "8080", "0.0.0.0"), port("80/tcp", "8080", "::")] },
      expect: "fail",
      says: /^PortBindings 80\/tcp: port 8080\/tcp is bound to every address of the host$/m,
    },
    { name: "an address left out", container: { ports: [port("80/tcp", "8080", "")] }, expect: "fail" },
    {
      name: "an address left out where the network sets one",
      container: { ports: [port("80/tcp", "8080", "")], networks: ["inner"] },
      engine: {
        networks: [
          networkFacts({ name: "inner", options: { "com.docker.network.bridge.host_binding_ipv4": "127.0.0.1" } }),
        ],
      },
      expect: "pass",
      says: /127\.0\.0\.1/,
    },
    {
      name: "a routed port of a service",
      container: service,
      engine: swarm(30080),
      expect: "fail",
      says: /every node/,
    },
    { name: "a service without ports of that kind", container: service, engine: swarm(80, "host"), expect: "pass" },
    { name: "the host's network", container: hostNetwork, expect: "manual" },
    inspectUnread,
  ],
};
