// Whether signatures over the image's digest were verified with the organisation's keys.
import { defineCheck } from "../define-check.ts";
import { signaturesLack, signatureVerdict } from "../signature-verdict.ts";

export const signedArtifacts = defineCheck({
  decides: ["cis-docker:4.12", "docker-ee-stig:DKER-EE-003610", "docker-ee-stig:DKER-EE-004260"],
  needs: ["external"],
  lacks: ({ external, image }) => signaturesLack(external, image),
  judge: ({ external }) => signatureVerdict(external),
});
