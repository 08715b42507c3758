// Whether overlay networks encrypt what their containers send. The built-in ingress network is told of and fails nobody: it
// carries what is published anyway.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { swarmCheck } from "./swarm-check.ts";

export const overlayEncryption = swarmCheck({
  decides: ["cis-docker:7.3", "docker-ee-stig:DKER-EE-006240"],
  reads: "engine.networks",
  judge({ engine }) {
    const overlays = engine.networks.filter(({ driver }) => driver === "overlay");
    const ingress = overlays.filter((network) => network.ingress);
    const own = overlays.filter((network) => !network.ingress);
    // The option's presence is what the driver looks for; its value is empty as a rule.
    const points = own.map(({ name, options }): ProofPoint => {
      const isOn = Object.hasOwn(options, "encrypted");
      return { where: name, detail: isOn ? words("host.overlay-encrypted") : words("host.overlay-plain") };
    });
    const aside = ingress.map(({ name }): ProofPoint => ({ where: name, detail: words("host.overlay-ingress") }));
    const [first, ...rest] = points;
    if (first === undefined) return { status: "not-applicable", reason: words("host.overlay-none"), evidence: aside };
    const isWhole = own.every(({ options }) => Object.hasOwn(options, "encrypted"));
    return { status: isWhole ? "pass" : "fail", evidence: [first, ...rest, ...aside] };
  },
});
