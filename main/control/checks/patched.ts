// Whether a recent vulnerability scan of this very image leaves something open that has a fix. The image's own age proves
// nothing: reproducible builds carry a fixed date.
import { daysBetween } from "../../../shared/calendar-day.ts";
import type { ProofPoint, Verdict } from "../../../shared/model/finding.ts";
import type { ImageIdentity } from "../../../shared/model/image.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { type Scan, scansOf } from "../outside-evidence.ts";

const maximumDays = 30;
const grave = /^(critical|high)$/i;

export const patched = defineCheck({
  decides: ["cis-docker:4.4"],
  needs: ["external"],
  lacks({ external, image, on }) {
    const scans = scansOf(external);
    const [first] = scans;
    if (first === undefined) return words("control.scan-missing");
    const own = newest(scans.filter((scan) => isOf(scan, image)));
    if (own === null) return words("control.scan-unbound", { digest: first.image });
    const oldest = own.scannedOn < own.databaseOn ? own.scannedOn : own.databaseOn;
    return daysBetween(oldest, on) > maximumDays
      ? words("control.scan-stale", { date: oldest, days: maximumDays })
      : null;
  },
  judge({ external, image }): Verdict {
    const scan = newest(scansOf(external).filter((one) => isOf(one, image)));
    if (scan === null) throw new Error("a scan was there a moment ago");
    const [first, ...rest] = scan.open.flatMap(({ id, package: name, severity, fixedIn }): ProofPoint[] =>
      fixedIn !== null && grave.test(severity)
        ? [{ where: `${name} ${id}`, detail: words("control.scan-open", { severity, fix: fixedIn }) }]
        : [],
    );
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest] };
    return {
      status: "pass",
      evidence: [{ where: "scan", detail: words("control.scan-clean", { date: scan.scannedOn }) }],
    };
  },
});

function isOf(scan: Scan, image: ImageIdentity): boolean {
  return scan.image === image.id || image.repoDigests.some((reference) => reference.endsWith(`@${scan.image}`));
}

function newest(scans: readonly Scan[]): Scan | null {
  return scans.reduce<Scan | null>(
    (last, scan) => (last === null || scan.scannedOn > last.scannedOn ? scan : last),
    null,
  );
}
