// The windows of support of one cycle: who supports it from when to when, and whether this image may count on it. General
// support is open to everyone; an extended window counts only where the image itself proves that it is in use.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { Coverage, Cycle, LifecycleCatalogue, Product, SourceDate } from "../../shared/model/lifecycle.ts";
import { extenderOf, makerOf } from "./providers.ts";

/** Names of the phases where the source gives none of its own. */
const phaseNames = { eoas: "Active support", eol: "Security support", eoes: "Extended support" } as const;

function day(date: SourceDate | undefined): CalendarDay | null {
  return typeof date === "string" ? date : null;
}

function after(date: SourceDate | undefined): CalendarDay | null {
  return typeof date === "string" ? addDays(date, 1) : null;
}

/**
 * Windows in order of time. `proof` names what in the image shows that the extended phase is in use; null = nothing does.
 * A phase that the source calls over without a day (`true`) is no window.
 */
export function coverageOf(
  product: Product,
  cycle: Cycle,
  catalogue: Pick<LifecycleCatalogue, "source" | "date">,
  proof: string | null,
): Coverage[] {
  const source = `${catalogue.source} ${catalogue.date}`;
  const name = (phase: keyof typeof phaseNames) => product.phases?.[phase] ?? phaseNames[phase];
  const windows: Coverage[] = [];
  const { release = null, eoas, eol, eoes } = cycle;
  const general = { provider: makerOf(product), entitled: true, source };
  // Where both end on one day there is no security-only phase to show (Amazon Linux 2, Ubuntu 24.04).
  // A cycle that is over without a day has no general window left to draw.
  const hasActivePhase =
    eol !== true && eoas !== undefined && eoas !== true && !(typeof eoas === "string" && eoas === eol);
  // Active support whose end is not decided lasts at most until the end of life.
  const activeUntil = eoas === false ? day(eol) : day(eoas);
  if (hasActivePhase) windows.push({ phase: name("eoas"), from: release, until: activeUntil, ...general });
  if (eol !== true && !(hasActivePhase && eoas === false)) {
    const from = hasActivePhase ? after(eoas) : eoas === true ? null : release;
    windows.push({ phase: name("eol"), from, until: day(eol), ...general });
  }
  if (eoes !== undefined && eoes !== true) {
    windows.push({
      phase: name("eoes"),
      provider: extenderOf(product),
      from: after(eol),
      until: day(eoes),
      entitled: proof !== null,
      source: proof === null ? source : `${source}; ${proof}`,
    });
  }
  return windows;
}
