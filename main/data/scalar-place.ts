// Where a character of a text stands in the YAML that the text was read from. White space may have been folded, indented or
// taken away by YAML, so the characters that are none are counted instead: those come through in every style.
import type { Scalar } from "yaml";

/**
 * Offset in `source` of the character at `offset` of the scalar's value; of white space, the next character that is none; at or
 * after the end, the place behind the last character. Null for a scalar without a place. Exact for plain, single-quoted and
 * block scalars; in double quotes an escape counts as the one character it stands for.
 */
export function offsetInSource(source: string, scalar: Scalar, offset: number): number | null {
  const { range, value } = scalar;
  if (!range || typeof value !== "string") return null;
  const [start, end] = range;
  const before = visible(value.slice(0, offset));
  const marks = marksOf(source, start, end, scalar.type);
  const mark = marks[before];
  if (mark !== undefined && before < visible(value)) return mark;
  const last = marks[visible(value) - 1];
  return last === undefined ? start : last + 1;
}

function visible(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** Offsets of the visible characters of the value, in order. */
function marksOf(source: string, start: number, end: number, type: Scalar["type"]): number[] {
  const marks: number[] = [];
  const isQuoted = type === "QUOTE_SINGLE" || type === "QUOTE_DOUBLE";
  const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
  // A block's header (`|-`, perhaps with a comment) is the rest of its first line; quotes are the first and last character.
  let at = isBlock ? source.indexOf("\n", start) + 1 : isQuoted ? start + 1 : start;
  const stop = isQuoted ? end - 1 : end;
  while (at < stop) {
    const char = source[at] ?? "";
    if (type === "QUOTE_DOUBLE" && char === "\\") {
      const length = escapeLength(source[at + 1]);
      if (!/[\s_LPnrtvf]/.test(source[at + 1] ?? "")) marks.push(at);
      at += length;
      continue;
    }
    if (!/\s/.test(char)) marks.push(at);
    at += type === "QUOTE_SINGLE" && char === "'" ? 2 : 1;
  }
  return marks;
}

/** Length of an escape with its backslash; escapes of white space are no marks. */
function escapeLength(letter: string | undefined): number {
  if (letter === "x") return 4;
  if (letter === "u") return 6;
  return letter === "U" ? 10 : 2;
}
