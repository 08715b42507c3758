// Ports that the config exposes: below 1024, off the list that the organisation keeps, or of a service that has no place in
// an image. EXPOSE only documents; what a process listens on is told by its container.
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import { isAllowedPort, portRange } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { failOrPass } from "../../fail-or-pass.ts";

const firstOpenPort = 1024;

/** Services above 1023 that drive a machine: the engine's own port, remote desktops, debuggers of old X servers. */
const forbidden: readonly { readonly service: string; readonly from: number; readonly to: number }[] = [
  { service: "Docker API", from: 2375, to: 2377 },
  { service: "NFS", from: 2049, to: 2049 },
  { service: "RDP", from: 3389, to: 3389 },
  { service: "VNC", from: 5900, to: 5909 },
  { service: "X11", from: 6000, to: 6063 },
];

export const privilegedPorts = defineCheck({
  decides: ["image-srg:ports-privileged"],
  needs: ["config"],
  judge: ({ config, policy }) => verdictOn(config.exposedPorts, policy, () => null),
});

export const approvedPorts = defineCheck({
  decides: ["image-srg:os-ports"],
  needs: ["config"],
  judge: ({ config, policy }) => verdictOn(config.exposedPorts, policy, forbiddenService),
});

function verdictOn(
  exposed: readonly string[],
  { allowedPorts }: PolicyParameters,
  serviceOf: (port: string) => string | null,
): Verdict {
  const point = (detail: ProofPoint["detail"]): ProofPoint => ({ where: "config.ExposedPorts", detail });
  const faults: ProofPoint[] = [];
  const excused: ProofPoint[] = [];
  for (const port of exposed) {
    const range = portRange(port);
    const service = serviceOf(port);
    if (range === null) faults.push(point(words("srg.port-unreadable", { port })));
    else if (isAllowedPort(port, allowedPorts)) excused.push(point(words("srg.port-approved", { port })));
    else if (service !== null) faults.push(point(words("srg.port-forbidden", { port, service })));
    else if (range.from < firstOpenPort) faults.push(point(words("srg.port-privileged", { port })));
    else if (allowedPorts.length > 0) faults.push(point(words("srg.port-not-listed", { port })));
  }
  const ground =
    exposed.length === 0
      ? point(words("srg.ports-none"))
      : point(words("srg.ports-fine", { ports: exposed.join(", ").slice(0, 300) }));
  return failOrPass(faults, ground, excused);
}

function forbiddenService(port: string): string | null {
  const range = portRange(port);
  if (range === null) return null;
  return forbidden.find(({ from, to }) => range.from <= to && from <= range.to)?.service ?? null;
}
