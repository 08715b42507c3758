// Whether the engine's release line is still supported, by the dated lifecycle data that the audit brings along. Builds of a
// distribution keep their version while fixes are ported back, so the end of the line decides nothing for them.
import { type CalendarDay, daysBetween } from "../../../../shared/calendar-day.ts";
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

/** Data older than this may have missed the end of a line. */
const maximumDataAgeDays = 365;

export const engineSupport = defineSurroundingCheck({
  decides: ["cis-docker:1.2.2"],
  needs: ["engine.info"],
  lacks({ engine: { engineVersion, support }, on }) {
    if (support === undefined) return words("host.support-unknown", { version: engineVersion });
    if (isOver(support.eol, on) || daysBetween(support.date, on) <= maximumDataAgeDays) return null;
    return words("host.support-stale", { date: support.date });
  },
  judge({ engine, on }): SurroundingVerdict {
    const { engineVersion: version, support, platformName = "" } = engine;
    if (support === undefined) throw new Error("support data were there a moment ago");
    const { cycle, eol, latest, source, date } = support;
    const data = { version, cycle, source, date };
    if (isOver(eol, on)) {
      const ended: ProofPoint = { where: "/version", detail: words("host.support-ended", { ...data, eol }) };
      if (platformName !== "") return { status: "fail", evidence: [ended] };
      return { status: "manual", reason: words("host.support-distribution", { cycle, eol }), evidence: [ended] };
    }
    const held = eol === null ? words("host.support-open", data) : words("host.support-until", { ...data, eol });
    const newer: ProofPoint[] =
      latest === null || latest === version
        ? []
        : [{ where: "/version", detail: words("host.support-latest", { latest, version }) }];
    return { status: "pass", evidence: [{ where: "/version", detail: held }, ...newer] };
  },
});

/** The last supported day is still one. */
function isOver(eol: CalendarDay | null, on: CalendarDay): eol is CalendarDay {
  return eol !== null && eol < on;
}
