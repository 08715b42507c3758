// Text as it can be printed: control and direction characters as escapes (plain-text.ts), and characters that the font
// lacks as escapes too, so that nothing in a label vanishes, forges a line or turns into an empty box.
import { plainText } from "../../../shared/plain-text.ts";

/** Whether a font has a glyph for a code point. */
export type HasGlyph = (codePoint: number) => boolean;

/** The text on one line, every character drawn or written as `\u{...}`; longer than `maxLength` is cut and says so. */
export function printable(text: string, hasGlyph: HasGlyph, maxLength: number): string {
  const plain = plainText(text, maxLength);
  if (/^[ -~]*$/.test(plain)) return plain;
  let result = "";
  for (const character of plain) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isDrawn = (codePoint >= 0x20 && codePoint < 0x7f) || hasGlyph(codePoint);
    result += isDrawn ? character : `\\u{${codePoint.toString(16).toUpperCase()}}`;
  }
  return result;
}
