// Errors of the command line: one line on stderr saying what failed and what to do; --verbose adds the stack.
import { failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { sayFailure } from "../../shared/wording/failure.ts";

/** `plimsoll: <line>`, with the stack below it when asked. */
export function errorText(error: unknown, language: Language, verbose: boolean): string {
  const line = `plimsoll: ${sayFailure(failureOf(error), language)}\n`;
  return verbose && error instanceof Error && error.stack !== undefined ? `${line}${error.stack}\n` : line;
}
