// The languages that Plimsoll speaks, for whoever offers them. Beside phrase.ts, so that a list of two words does not
// bring schemas along.
import type { Language } from "./phrase.ts";

export const languages: readonly Language[] = ["en", "de"];
