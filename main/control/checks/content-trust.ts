// Content trust, judged by its equivalent: Docker has retired the mechanism whose client variable the benchmark names, and
// a variable of whoever runs the audit is no property of an image.
import { defineCheck } from "../define-check.ts";
import { signaturesLack, signatureVerdict } from "../signature-verdict.ts";

export const contentTrust = defineCheck({
  decides: ["cis-docker:4.5"],
  needs: ["external"],
  lacks: ({ external, image }) => signaturesLack(external, image),
  judge: ({ external }) => signatureVerdict(external),
});
