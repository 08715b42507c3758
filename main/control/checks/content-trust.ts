// 4.5: a verified signature over the image stands in for DOCKER_CONTENT_TRUST, which is a variable of some client and whose
// mechanism Docker has retired.
import type { Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { verifiedSignatures } from "../external-evidence.ts";
import { signatureVerdict } from "../signature-verdict.ts";

export const contentTrust = defineCheck({
  decides: ["cis-docker:4.5"],
  needs: ["external"],
  lacks({ image, external }) {
    const seen = verifiedSignatures(image, external, ["signature"]);
    return seen.length === 0 ? words("control.signature-missing-trust") : null;
  },
  judge({ image, external }): Verdict {
    const verdict = signatureVerdict(verifiedSignatures(image, external, ["signature"]));
    if (verdict === null) throw new Error("judged without a signature");
    return verdict;
  },
});
