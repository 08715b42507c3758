// A container that may take all memory, processors or processes takes them from the host and from all others.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

/** What a container gets that asks for no share: no limit. */
const defaultShares = 1024;

export const resourceLimits = defineSurroundingCheck({
  decides: ["image-srg:resource-limits"],
  needs: ["container.inspect"],
  judge({ container }): SurroundingVerdict {
    const { memory, nanoCpus, cpuQuota, cpuShares, cpusetCpus, pidsLimit } = container.resources;
    const hasShares = cpuShares > 0 && cpuShares !== defaultShares;
    const hasCpu = nanoCpus > 0 || cpuQuota > 0 || hasShares || cpusetCpus !== "";
    const faults: ProofPoint[] = [
      ...(memory > 0 ? [] : [{ where: "HostConfig.Memory", detail: words("srg.no-memory-limit") }]),
      ...(hasCpu ? [] : [{ where: "HostConfig.NanoCpus", detail: words("srg.no-cpu-limit") }]),
      ...(pidsLimit !== null && pidsLimit > 0
        ? []
        : [{ where: "HostConfig.PidsLimit", detail: words("srg.no-pids-limit") }]),
    ];
    const [first, ...rest] = faults;
    // That a limit is missing is only known where the container was read.
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest] };
    const detail = words("srg.limits-set", { memory, pids: pidsLimit ?? 0 });
    return { status: "pass", evidence: [{ where: "HostConfig", detail }] };
  },
});
