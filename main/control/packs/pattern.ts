// Regular expressions of packs, by RE2's rules: the time is in proportion to the text, whatever the pattern. There is no
// look-around and no back-reference, which is the price.
import { RE2JS } from "re2js";

const maximumLength = 1_000;
/** Instructions of the compiled pattern; the work for a character is at most in proportion to them. */
const maximumProgram = 5_000;

export interface Pattern {
  readonly isIn: (text: string) => boolean;
  /** Instructions of the compiled pattern. */
  readonly size: number;
}

/** The pattern, found anywhere in a text. Throws an Error that says what is wrong with it. */
export function patternOf(text: string): Pattern {
  if (text.length > maximumLength) throw new Error(`a pattern has at most ${maximumLength} characters`);
  const compiled = RE2JS.compile(text);
  const size = compiled.programSize();
  if (size > maximumProgram) throw new Error("the pattern is too large; count fewer repetitions");
  return { isIn: (searched) => compiled.matcher(searched).find(), size };
}
