// The windows of support that the main source gives for one cycle: who supports it from when to when, and whether this image
// may count on it. General support is open to everyone; an extended window counts only where the image proves its use.
import { addDays, type CalendarDay } from "../../shared/calendar-day.ts";
import type { Coverage, Cycle, LifecycleData, Product, SourceDate } from "../../shared/model/lifecycle.ts";
import { extenderOf, makerOf } from "./providers.ts";

/** Names of the phases where the source gives none of its own. */
const phaseNames = { eoas: "Active support", eol: "Security support", eoes: "Extended support" } as const;

function day(date: SourceDate | undefined): CalendarDay | null {
  return typeof date === "string" ? date : null;
}

function after(date: SourceDate | undefined): CalendarDay | null {
  return typeof date === "string" ? addDays(date, 1) : null;
}

/** What is needed of the data to say windows: the source with its age, and whose offer an extended window is. */
export type WindowSource = Pick<LifecycleData, "source" | "date" | "offers">;

/** Who says the end of a phase, with the day of that source's state: a file of own dates, or the catalogue. */
function saidOf(cycle: Cycle, phase: keyof typeof phaseNames, data: WindowSource): Pick<Coverage, "source" | "asOf"> {
  const { own } = cycle;
  if (own?.dates.includes(phase) === true) return { source: own.source, asOf: own.asOf };
  return { source: `${data.source} ${data.date}`, asOf: data.date };
}

/** What the product calls a phase. */
export function phaseName(product: Product, phase: keyof typeof phaseNames): string {
  return product.phases?.[phase] ?? phaseNames[phase];
}

/**
 * Windows in order of time. `proof` names what in the image shows that the extended phase is in use; null = nothing does.
 * A phase that the source calls over without a day (`true`) is no window.
 */
export function coverageOf(product: Product, cycle: Cycle, data: WindowSource, proof: string | null): Coverage[] {
  const windows: Coverage[] = [];
  const { release = null, eoas, eol, eoes } = cycle;
  const general = { provider: makerOf(product), entitled: true };
  // Where both end on one day there is no security-only phase to show (Amazon Linux 2, Ubuntu 24.04).
  // A cycle that is over without a day has no general window left to draw.
  const hasActivePhase =
    eol !== true && eoas !== undefined && eoas !== true && !(typeof eoas === "string" && eoas === eol);
  // Active support whose end is not decided lasts at most until the end of life.
  const activeUntil = eoas === false ? day(eol) : day(eoas);
  if (hasActivePhase) {
    const said = saidOf(cycle, "eoas", data);
    windows.push({ phase: phaseName(product, "eoas"), from: release, until: activeUntil, ...general, ...said });
  }
  if (eol !== true && !(hasActivePhase && eoas === false)) {
    const from = hasActivePhase ? after(eoas) : eoas === true ? null : release;
    const said = saidOf(cycle, "eol", data);
    windows.push({ phase: phaseName(product, "eol"), from, until: day(eol), ...general, ...said });
  }
  if (eoes !== undefined && eoes !== true) {
    const offer = data.offers?.find((each) => each.product === product.id && each.eoes === true);
    const said = saidOf(cycle, "eoes", data);
    windows.push({
      phase: phaseName(product, "eoes"),
      provider: extenderOf(product),
      from: after(eol),
      until: day(eoes),
      entitled: proof !== null,
      source: proof === null ? said.source : `${said.source}; ${proof}`,
      ...(said.asOf === undefined ? {} : { asOf: said.asOf }),
      ...(offer === undefined ? {} : { offer: offer.id }),
    });
  }
  return windows;
}
