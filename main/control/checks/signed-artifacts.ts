// 4.12: signatures and attestations over the image, and how verifying them ended. Those that merely lie beside it, nobody
// having verified them, prove nothing and are only named.
import type { Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { verifiedSignatures } from "../external-evidence.ts";
import { signatureVerdict } from "../signature-verdict.ts";

const kinds = ["signature", "attestation"] as const;

export const signedArtifacts = defineCheck({
  decides: ["cis-docker:4.12"],
  needs: ["external"],
  lacks({ image, external }) {
    if (verifiedSignatures(image, external, kinds).length > 0) return null;
    const count = image.attestations.length;
    return count === 0 ? words("control.signature-missing") : words("control.signature-unverified", { count });
  },
  judge({ image, external }): Verdict {
    const verdict = signatureVerdict(verifiedSignatures(image, external, kinds));
    if (verdict === null) throw new Error("judged without a signature");
    return verdict;
  },
});
