// Limits of what a container may take from its host: memory, processor, processes. Zero, minus one and absence all mean none.
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

/** The weight that a container has without a setting. */
const defaultShares = 1024;

export const memoryLimit = defineSurroundingCheck({
  decides: ["cis-docker:5.11", "docker-ee-stig:DKER-EE-002010"],
  needs: ["container.inspect"],
  judge({ container }) {
    const { memory } = container.resources;
    const where = "HostConfig.Memory";
    return verdictOf({
      fails: memory > 0 ? [] : [pointAt(where, "container.memory-none")],
      passes: pointAt(where, "container.memory-limit", { bytes: memory }),
    });
  },
});

export const cpuLimit = defineSurroundingCheck({
  decides: ["cis-docker:5.12", "docker-ee-stig:DKER-EE-002020"],
  needs: ["container.inspect"],
  judge({ container }) {
    const { cpuShares, nanoCpus, cpuQuota, cpusetCpus } = container.resources;
    const pinned =
      cpusetCpus === "" ? [] : [pointAt("HostConfig.CpusetCpus", "container.cpu-pinned", { cpus: cpusetCpus })];
    // The benchmark looks at shares alone; --cpus and quotas limit more strictly and are accepted.
    const limits = [
      ...(nanoCpus > 0 ? [pointAt("HostConfig.NanoCpus", "container.cpu-cpus", { cpus: nanoCpus / 1e9 })] : []),
      ...(cpuQuota > 0 ? [pointAt("HostConfig.CpuQuota", "container.cpu-quota", { quota: cpuQuota })] : []),
      ...(cpuShares > 0 && cpuShares !== defaultShares
        ? [pointAt("HostConfig.CpuShares", "container.cpu-shares", { shares: cpuShares })]
        : []),
    ];
    const [first, ...rest] = limits;
    if (first !== undefined) return { status: "pass", evidence: [first, ...rest, ...pinned] };
    const none = pointAt("HostConfig.CpuShares", "container.cpu-none", { shares: cpuShares });
    return verdictOf({ fails: [none], passes: none, beside: pinned });
  },
});

export const processLimit = defineSurroundingCheck({
  decides: ["cis-docker:5.29", "docker-ee-stig:DKER-EE-002780"],
  needs: ["container.inspect"],
  judge({ container }) {
    const limit = container.resources.pidsLimit ?? 0;
    const where = "HostConfig.PidsLimit";
    return verdictOf({
      fails: limit > 0 ? [] : [pointAt(where, "container.pids-none")],
      passes: pointAt(where, "container.pids-limit", { limit }),
    });
  },
});
