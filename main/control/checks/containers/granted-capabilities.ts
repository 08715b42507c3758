// What a container may do beyond its user: the capabilities that it really has (main/control/containers/capabilities.ts).
// NET_RAW is in Docker's default set and still fails: with it a container can forge packets on its network.
import { capabilityName, defaultCapabilities, effectiveCapabilities } from "../../containers/capabilities.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

export const grantedCapabilities = defineSurroundingCheck({
  decides: ["cis-docker:5.4", "docker-ee-stig:DKER-EE-001950"],
  needs: ["container.inspect"],
  may: ["engine.info"],
  judge({ container, engine, known, policy }) {
    if (container.privileged)
      return { status: "fail", evidence: [pointAt("HostConfig.Privileged", "container.capability-privileged")] };
    const defaults = defaultCapabilities(known("engine.info") ? engine : null);
    const allowed = new Set(policy.allowedCapabilities.map(capabilityName));
    const effective = effectiveCapabilities(container, defaults);
    const notable = effective.filter((name) => name === "NET_RAW" || !defaults.includes(name));
    const own = new Set(container.capAdd.map(capabilityName));
    return verdictOf({
      fails: notable
        .filter((name) => !allowed.has(name))
        .map((name) =>
          own.has(name)
            ? pointAt("HostConfig.CapAdd", "container.capability-added", { name })
            : pointAt("HostConfig.CapDrop", "container.capability-kept", { name }),
        ),
      passes: pointAt("HostConfig.CapDrop", "container.capability-set", { names: effective.join(", ") || "-" }),
      beside: notable
        .filter((name) => allowed.has(name))
        .map((name) => pointAt("HostConfig.CapAdd", "container.capability-excused", { name })),
    });
  },
});
