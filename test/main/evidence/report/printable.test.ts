import { describe, expect, it } from "vitest";
import { printable } from "../../../../main/evidence/report/printable.ts";

/** A font that knows Latin and nothing else. */
const hasGlyph = (codePoint: number): boolean => codePoint < 0x250;

describe("what can be printed", () => {
  it.each([
    { why: "plain text stays", text: "Größe: 3 – 4", shown: "Größe: 3 \\u{2013} 4" },
    { why: "a character without a glyph is an escape", text: "日 🚢", shown: "\\u{65E5} \\u{1F6A2}" },
    { why: "a line feed cannot begin a line of its own", text: "a\nVerdict: pass", shown: "a\\u000aVerdict: pass" },
    { why: "direction cannot be turned", text: "a\u202egnp", shown: "a\\u202egnp" },
  ])("$why", ({ text, shown }) => {
    expect(printable(text, hasGlyph, 400)).toBe(shown);
  });

  it("says where it was cut", () => {
    expect(printable("x".repeat(500), () => true, 10)).toBe(`${"x".repeat(10)}… (500 characters)`);
  });
});
