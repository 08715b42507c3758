// Breaks text into lines by measured width: at spaces, after hyphens between letters, inside paths after a separator, and
// inside digests at every 16th digit. A word that fits nowhere is cut, so nothing ever runs over an edge.

/** The width of a text in points, in the style that it will be drawn in. */
export type Measure = (text: string) => number;

/**
 * The lines of `text`, none visibly wider than `width` (but for a single character wider than that); never none. A line
 * that was broken at a space ends with it, so that the words stay apart when the lines are read as one text.
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  let lineWidth = 0;
  for (const piece of piecesOf(text, width, measure)) {
    const bare = piece.trimEnd();
    if (line !== "" && lineWidth + measure(bare) > width) {
      lines.push(line);
      line = "";
      lineWidth = 0;
    }
    line += piece;
    lineWidth += measure(piece);
  }
  lines.push(line.trimEnd());
  return lines;
}

/** What may stand on a line of its own, each with the spaces that follow it as one. */
function piecesOf(text: string, width: number, measure: Measure): string[] {
  const words = text.match(/\S+\s*/g) ?? [];
  return words.flatMap((found) => {
    const bare = found.trimEnd();
    const word = bare.length === found.length ? bare : `${bare} `;
    if (measure(bare) <= width) return word.includes("-") ? word.split(/(?<=\p{L}{3}-)(?=\p{L}{3})/u) : [word];
    return separated(word).flatMap((part) => (measure(part.trimEnd()) <= width ? [part] : cut(part, width, measure)));
  });
}

/** Paths after their separators, long hexadecimal numbers in groups of 16. */
function separated(word: string): string[] {
  return word
    .split(/(?<=[/\\:=,;@&?|])(?=[^/\\:=,;@&?|\s])|(?<=[-_.])(?=[^-_.\s])/)
    .flatMap((part) => (/^[0-9a-f]{32,} ?$/i.test(part) ? (part.match(/[0-9a-f]{1,16} ?/gi) ?? [part]) : [part]));
}

function cut(word: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = "";
  let partWidth = 0;
  for (const character of word) {
    const characterWidth = measure(character);
    if (part !== "" && character !== " " && partWidth + characterWidth > width) {
      parts.push(part);
      part = "";
      partWidth = 0;
    }
    part += character;
    partWidth += characterWidth;
  }
  return part === "" ? parts : [...parts, part];
}
