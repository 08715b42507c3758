// Controls of other benchmarks in our catalogue that judge, on the host, the engine or the container, what an image cannot
// have. A rule that is left to the host names them; where there is none, it stays with a person (asked-of-people.ts).

const hostAudit = ["cis-docker:1.1.3", "docker-ee-stig:DKER-EE-001090"];
const logShipping = ["cis-docker:2.14", "docker-ee-stig:DKER-EE-003320"];
const hardenedHost = ["cis-docker:1.2.1"];

export const hostControls = {
  events: hostAudit,
  content: hostAudit,
  settings: hostAudit,
  failure: ["docker-ee-stig:DKER-EE-001590", "docker-ee-stig:DKER-EE-003340"],
  storage: ["cis-docker:2.14", "docker-ee-stig:DKER-EE-003310", "docker-ee-stig:DKER-EE-003330"],
  review: logShipping,
  protection: [...hardenedHost, "docker-ee-stig:DKER-EE-003320"],
  functions: hardenedHost,
  traces: ["cis-docker:2.14", "docker-ee-stig:DKER-EE-003230"],
  maintenance: ["cis-docker:5.23", "cis-docker:5.24"],
  accounts: ["cis-docker:1.1.2"],
  hardware: ["cis-docker:5.18", "docker-ee-stig:DKER-EE-002040"],
  keyStorage: ["cis-docker:7.4", "docker-ee-stig:DKER-EE-002410"],
  neededSoftware: ["cis-docker:5.2", "cis-docker:5.13"],
  updates: ["cis-docker:4.4", "cis-docker:5.28"],
  capacity: ["cis-docker:5.11", "cis-docker:5.12", "cis-docker:5.29"],
  sharedResources: ["cis-docker:5.16", "cis-docker:5.17"],
  securityFunctions: ["cis-docker:5.4", "cis-docker:5.5", "cis-docker:5.22"],
  secureFailure: ["cis-docker:5.15", "docker-ee-stig:DKER-EE-004030"],
  firewall: ["cis-docker:2.4"],
  ports: ["cis-docker:5.8", "cis-docker:5.9"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type HostTopic = keyof typeof hostControls;

/** The controls of a topic as a sentence names them. */
export function coversOf(topic: HostTopic): string {
  return hostControls[topic].join(", ");
}
