// Distroless images end before the Debian they are made of: their own policy names a month by which a variant is built no
// more (GoogleContainerTools/distroless SUPPORT_POLICY.md; lifecycle.md 3.1). A month is no day, so its last one is an estimate.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { Runtime } from "../../shared/model/facts.ts";
import type { Coverage } from "../../shared/model/lifecycle.ts";

interface Policy {
  /** Of the bare variants static, base and cc. */
  readonly base: string;
  /** Of those with a language: java and nodejs. */
  readonly language: string;
}

/** Last days of the months that the policy names, by Debian's cycle. */
const policies: ReadonlyMap<string, Policy> = new Map([["12", { base: "2026-09-30", language: "2026-01-31" }]]);
const asOf = "2026-08-22" as CalendarDay;

/** The end of the image's own policy beside Debian's; null for a release that the policy of that day does not name. */
export function distrolessEnd(cycle: string, runtimes: readonly Runtime[]): Coverage | null {
  const policy = policies.get(cycle);
  if (policy === undefined) return null;
  const hasLanguage = runtimes.some(({ product }) => product === "nodejs" || /^java$|jdk|temurin/.test(product));
  return {
    phase: `distroless debian${cycle}`,
    provider: "GoogleContainerTools",
    from: null,
    until: (hasLanguage ? policy.language : policy.base) as CalendarDay,
    entitled: false,
    source: "GoogleContainerTools/distroless SUPPORT_POLICY.md",
    asOf,
    estimate: true,
    secondOpinion: true,
  };
}
