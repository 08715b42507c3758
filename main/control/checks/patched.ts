// Whether a recent vulnerability scan of this very image leaves something open that has a fix. The image's own age proves
// nothing: reproducible builds carry a fixed date.
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { saidBeside } from "../fail-or-pass.ts";
import { asidePoints, scanLack, scanOfImage } from "../scan-of-image.ts";

const grave = /^(critical|high)$/i;

export const patched = defineCheck({
  decides: ["cis-docker:4.4"],
  needs: ["external"],
  lacks: ({ external, image, on, policy }) => scanLack(external, image, on, policy.maximumScanAgeDays),
  judge({ external, image }): Verdict {
    const scan = scanOfImage(external, image);
    if (scan === null) throw new Error("a scan was there a moment ago");
    const [first, ...rest] = scan.open.flatMap(({ id, package: name, severity, fixedIn }): ProofPoint[] =>
      fixedIn !== null && grave.test(severity)
        ? [{ where: `${name} ${id}`, detail: words("control.scan-open", { severity, fix: fixedIn }) }]
        : [],
    );
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...saidBeside(asidePoints(scan))] };
    return {
      status: "pass",
      evidence: [
        { where: "scan", detail: words("control.scan-clean", { date: scan.scannedOn }) },
        ...asidePoints(scan),
      ],
    };
  },
});
