// How long the certificates of swarm nodes live, and whether the root that signs them was ever changed.
import { words } from "../../control-phrase.ts";
import { swarmCheck } from "./swarm-check.ts";

export const nodeCertificates = swarmCheck({
  decides: ["cis-docker:7.7", "docker-ee-stig:DKER-EE-005080"],
  lacks: ({ engine }) =>
    engine.swarm.certificateDays === null ? words("host.not-told", { field: "CAConfig.NodeCertExpiry" }) : null,
  judge({ engine: { swarm }, policy: { maximumNodeCertificateDays: maximum } }) {
    const days = swarm.certificateDays ?? 0;
    const detail = words("host.certificate-days", { days: Math.round(days * 10) / 10, maximum });
    const isFine = days > 0 && days <= maximum;
    return { status: isFine ? "pass" : "fail", evidence: [{ where: "/swarm CAConfig.NodeCertExpiry", detail }] };
  },
});

export const rootCertificate = swarmCheck({
  decides: ["cis-docker:7.8"],
  judge({ engine: { swarm } }) {
    const rotations = words("host.root-rotations", { count: swarm.rootRotations ?? "–" });
    const changed = words("host.swarm-changed", { when: swarm.updatedAt ?? "–" });
    return {
      status: "manual",
      reason: words("host.root-person"),
      evidence: [
        { where: "/swarm CAConfig.ForceRotate", detail: rotations },
        { where: "/swarm UpdatedAt", detail: changed },
      ],
    };
  },
});
