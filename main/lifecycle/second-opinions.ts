// What another source than the main one says of the end of a phase, where the two disagree: shown beside the window, never
// counted; reminders take the earlier day (lifecycle.md 3.4, "Ubuntu dates differ between sources").
import type { Coverage, Cycle, Product, SecondOpinion } from "../../shared/model/lifecycle.ts";
import { phaseName } from "./coverage.ts";
import { extenderOf, makerOf } from "./providers.ts";

/** The differing opinions on a cycle as windows; `offered` are the windows of offers, of which an opinion may speak. */
export function secondOpinions(
  product: Product,
  cycle: Cycle,
  offered: readonly Coverage[],
  opinions: readonly SecondOpinion[] = [],
): Coverage[] {
  const found: Coverage[] = [];
  for (const opinion of opinions) {
    if (opinion.product !== product.id || opinion.cycle !== cycle.cycle) continue;
    const window = windowOf(opinion, product, cycle, offered);
    if (window !== null) found.push(window);
  }
  return found;
}

function windowOf(
  opinion: SecondOpinion,
  product: Product,
  cycle: Cycle,
  offered: readonly Coverage[],
): Coverage | null {
  const { offer: id, phase, until, source, asOf } = opinion;
  const said = { from: null, until, entitled: false, source, asOf, secondOpinion: true };
  if (id !== undefined) {
    const offer = offered.find((window) => window.offer === id);
    if (offer === undefined || offer.until === until) return null;
    return { ...said, phase: offer.phase, provider: offer.provider, offer: id };
  }
  // Where the main source has no such phase there is no window to have another day for.
  if (cycle[phase] === undefined || cycle[phase] === until) return null;
  const provider = phase === "eol" ? makerOf(product) : extenderOf(product);
  return { ...said, phase: phaseName(product, phase), provider };
}
