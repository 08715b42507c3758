// Linux capabilities of a container as the engine computes them: its default set, less what is dropped, plus what is added.
// `ALL` in either list as capabilities(7) and `docker run --cap-add` have it.
import type { ContainerFacts, EngineFacts } from "../../../shared/model/surroundings.ts";

const podmanDefaults = [
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
] as const;
const dockerDefaults = [...podmanDefaults, "AUDIT_WRITE", "MKNOD", "NET_RAW"] as const;

/** The set that the engine gives a container without options; Podman's is smaller. */
export function defaultCapabilities(engine: Pick<EngineFacts, "product"> | null): readonly string[] {
  return engine?.product === "podman" ? podmanDefaults : dockerDefaults;
}

/** `NET_RAW` of `net_raw`, `CAP_NET_RAW` and the like. */
export function capabilityName(text: string): string {
  return text.trim().toUpperCase().replace(/^CAP_/, "");
}

/** What the container has, each once and in order; `ALL` stands for every capability that there is. */
export function effectiveCapabilities(
  { capAdd, capDrop, privileged }: Pick<ContainerFacts, "capAdd" | "capDrop" | "privileged">,
  defaults: readonly string[],
): readonly string[] {
  const added = capAdd.map(capabilityName);
  const dropped = capDrop.map(capabilityName);
  if (privileged || added.includes("ALL")) return ["ALL"];
  const kept = dropped.includes("ALL") ? [] : defaults.filter((name) => !dropped.includes(name));
  return [...new Set([...kept, ...added])].sort();
}
