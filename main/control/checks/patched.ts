// 4.4: a scan result that is bound to this image. The age of the image proves nothing: reproducible builds choose it freely.
import { daysBetween } from "../../../shared/calendar-day.ts";
import type { Verdict } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import { defineCheck } from "../define-check.ts";
import { newestScan } from "../external-evidence.ts";

const maximumAgeDays = 30;

export const patched = defineCheck({
  decides: ["cis-docker:4.4"],
  needs: ["external"],
  lacks({ image, external, on }): Phrase | null {
    const scan = newestScan(image, external);
    if (scan === null) return words("control.scan-missing", { days: maximumAgeDays });
    const stale = [scan.date, scan.database].some((day) => daysBetween(day, on) > maximumAgeDays);
    return stale ? words("control.scan-stale", { ...daysOf(scan), days: maximumAgeDays }) : null;
  },
  judge({ image, external }): Verdict {
    const scan = newestScan(image, external);
    if (scan === null) throw new Error("judged without a scan");
    const open = scan.open.filter(
      ({ severity, fixed }) => (severity === "critical" || severity === "high") && fixed !== null,
    );
    const [first, ...others] = open.map((one) => ({
      where: `${one.package} ${one.id}`,
      detail: words("control.scan-open", { severity: one.severity, fixed: one.fixed ?? "" }),
    }));
    if (first !== undefined) return { status: "fail", evidence: [first, ...others] };
    return { status: "pass", evidence: [{ where: scan.source, detail: words("control.scan-clear", daysOf(scan)) }] };
  },
});

function daysOf(scan: { scanner: string; date: string; database: string }) {
  return { scanner: scan.scanner, date: scan.date, database: scan.database };
}
