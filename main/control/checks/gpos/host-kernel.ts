// What the kernel of the host does for every container: hardware, limits, separation, safe failure, firewall. That an image
// brings no kernel is true of each; what answers the rule is the host's control that the reason names. Software in the image
// that does the same, or folders that break the separation, are shown instead.
import type { FileFact } from "../../../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../../../shared/model/finding.ts";
import { isAllowedPath } from "../../../../shared/policy-match.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";
import { coversOf, type HostTopic } from "./host-controls.ts";
import { packagesOf } from "./named-packages.ts";
import { leftToHost } from "./profile-rules.ts";

export const hardware = defineCheck({
  decides: leftToHost.hardware,
  needs: ["packages"],
  judge({ packages, policy }): Verdict {
    const { found, excused } = packagesOf("hardware", packages, policy.allowedPackages);
    if (found.length > 0) return manual("gpos.look-hardware", [...found, ...excused]);
    return byHost("gpos.no-hardware", "hardware", excused);
  },
});

export const firewall = defineCheck({
  decides: leftToHost.firewall,
  needs: ["packages"],
  judge({ packages, policy }): Verdict {
    const { found, excused } = packagesOf("firewall", packages, policy.allowedPackages);
    if (found.length > 0) return manual("gpos.look-firewall", [...found, ...excused]);
    return byHost("gpos.no-firewall", "firewall", excused);
  },
});

export const sharedResources = defineCheck({
  decides: leftToHost.sharedResources,
  needs: ["files"],
  judge({ files, policy }): Verdict {
    const open = files.worldWritable.filter(
      ({ mode, removedInLayer }) => removedInLayer === undefined && !isSticky(mode),
    );
    const isExcused = ({ path }: FileFact) => isAllowedPath(path, policy.allowedPaths);
    const [first, ...rest] = open.filter((file) => !isExcused(file)).map((file) => pathPoint(file, "gpos.shared-path"));
    const excused = open
      .filter(isExcused)
      .map((file): ProofPoint => ({ ...pathPoint(file, "gpos.path-allowed"), beside: true }));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...excused], restsOn: [] };
    return byHost("gpos.no-kernel", "sharedResources", excused);
  },
});

export const capacity = defineCheck({
  decides: leftToHost.capacity,
  needs: ["config"],
  judge: () => ofKernel("capacity"),
});

export const securityFunctions = defineCheck({
  decides: leftToHost.securityFunctions,
  needs: ["config"],
  judge: () => ofKernel("securityFunctions"),
});

export const secureFailure = defineCheck({
  decides: leftToHost.secureFailure,
  needs: ["config"],
  judge: () => ofKernel("secureFailure"),
});

/** True of every image, so that it rests on nothing that was read. */
function ofKernel(topic: HostTopic): Verdict {
  return { ...byHost("gpos.no-kernel", topic, []), restsOn: [] };
}

function byHost(says: ControlPhraseKey, topic: HostTopic, evidence: readonly ProofPoint[]): Verdict {
  return { status: "not-applicable", reason: words(says, { covers: coversOf(topic) }), evidence };
}

function manual(look: ControlPhraseKey, evidence: readonly ProofPoint[]): Verdict {
  return { status: "manual", reason: words(look), evidence, restsOn: [] };
}

function isSticky(mode: string): boolean {
  return (Number.parseInt(mode, 8) & 0o1000) !== 0;
}

function pathPoint({ path, mode, layer }: FileFact, says: "gpos.shared-path" | "gpos.path-allowed"): ProofPoint {
  return { where: path, detail: says === "gpos.shared-path" ? words(says, { mode }) : words(says), layer };
}
