// A run in which people decided: one control waived, one in part, one answered, and decisions without effect.

import { imageSubject } from "../../main/control/decided-subject.ts";
import { decide, decisionRecord } from "../../main/control/decisions.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import type { Finding } from "../../shared/model/finding.ts";
import { defaultPolicy } from "../../shared/model/policy.ts";
import { auditWith, day, finding, idOf, runWith } from "./kept-run.ts";
import { failed, loaded, setOf, waiver } from "./waivers.ts";

const on = day("2026-11-24");

export function decidedRun(): AuditRun {
  const given: Finding[] = [
    failed(["config.User"], "cis-docker:4.1"),
    failed(["/usr/bin/su", "/usr/bin/mount"]),
    failed(["config.Healthcheck"], "cis-docker:4.6"),
    { ...finding("cis-docker:4.3", "manual"), reason: "420 packages are installed" },
  ];
  const decisions = {
    rules: loaded,
    on,
    policy: { ...defaultPolicy, name: "ours" },
    policyDigest: idOf("f"),
    waivers: setOf([
      waiver({ id: "w-user", control: "cis-docker:4.1", reason: "drops its rights\u001b[31m itself" }),
      waiver({ id: "w-su", scope: { paths: ["/usr/bin/su"] }, reason: "the jobs need it" }),
      waiver({ id: "w-old", control: "cis-docker:4.6", until: day("2026-11-10") }),
    ]),
    answers: {
      digest: idOf("e"),
      answers: [
        {
          id: "a-packages",
          control: "cis-docker:4.3",
          subject: { references: ["shop:*"] },
          status: "pass" as const,
          by: "Dana",
          on: day("2026-11-20"),
          until: day("2027-05-20"),
          note: "went through the list",
          attachment: { name: "list.pdf", sha256: "1".repeat(64) },
        },
      ],
    },
  };
  const bare = auditWith(idOf("1"), ["shop:1"], given);
  const findings = decide(given, imageSubject(bare.image), decisions);
  const audit = auditWith(idOf("1"), ["shop:1"], findings);
  return runWith([audit], decisionRecord([audit], [], decisions));
}
