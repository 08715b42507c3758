// Whether the release of the operating system is still supported on the day of judgement. The day comes from lifecycle data,
// which is a fact by the time it is judged; data too old to know of the end of a release cannot prove that it goes on.
import { type CalendarDay, daysBetween } from "../../../../shared/calendar-day.ts";
import type { Os } from "../../../../shared/model/facts.ts";
import type { Verdict } from "../../../../shared/model/finding.ts";
import type { Phrase } from "../../../../shared/model/phrase.ts";
import { words } from "../../control-phrase.ts";
import { defineCheck } from "../../define-check.ts";

/** Ends are set years ahead and rarely moved; half a year without news is too long all the same. */
const maximumDataDays = 180;
/** Statuses with which a release without a day of its end is known to go on, or known to be over. */
const going: ReadonlySet<string> = new Set(["supported", "security-only"]);
const over: ReadonlySet<string> = new Set(["eol", "extended-only"]);

export const osSupported = defineCheck({
  decides: ["image-srg:os-supported"],
  needs: ["os"],
  lacks: ({ os, on }) => (os === null || isOver(os, on) ? null : lackOf(os, on)),
  judge({ os, on, policy }): Verdict {
    if (os === null) return { status: "not-applicable", reason: words("srg.os-none") };
    const { support } = os;
    if (support === undefined) throw new Error("the support was known a moment ago");
    const { until, source, date } = support;
    const params = { os: os.prettyName ?? os.id, source, date };
    const point = (detail: Phrase) => ({ where: os.evidence, detail, layer: os.layer });
    if (isOver(os, on)) {
      const detail = until === null ? words("srg.os-over-undated", params) : words("srg.os-over", { ...params, until });
      return { status: "fail", evidence: [point(detail)] };
    }
    if (until === null) return { status: "pass", evidence: [point(words("srg.os-undated", params))] };
    const days = daysBetween(on, until);
    const says = days < policy.supportNoticeDays ? "srg.os-soon" : "srg.os-supported";
    return { status: "pass", evidence: [point(words(says, { ...params, until, days }))] };
  },
});

function isOver({ support }: Os, on: CalendarDay): boolean {
  if (support === undefined) return false;
  return support.until === null ? over.has(support.status) : on > support.until;
}

function lackOf(os: Os, on: CalendarDay): Phrase | null {
  const { support } = os;
  const name = os.prettyName ?? os.id;
  if (support === undefined) return words("srg.os-no-data", { os: name });
  const { until, status, source, date } = support;
  if (until === null && status === "rolling") return words("srg.os-rolling", { os: name });
  if (until === null && !going.has(status)) return words("srg.os-unknown", { os: name, source });
  const days = daysBetween(date, on);
  return days > maximumDataDays ? words("srg.os-stale", { source, date, days }) : null;
}
