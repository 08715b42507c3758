// The answer of a source around which there is nothing: an archive, a layout, the sample.
import type { Surrounding, Surroundings } from "../shared/model/surroundings.ts";
import { phrase, say } from "../shared/wording/say.ts";

/** Nothing of what was asked for, and why. */
export function noSurroundings(scopes: readonly Surrounding[]): Surroundings {
  const why = phrase("inspect.no-engine");
  const unreached = scopes.map((surrounding) => ({ surrounding, reason: say(why, "en"), phrase: why }));
  return { engine: null, containers: null, host: null, unreached };
}
