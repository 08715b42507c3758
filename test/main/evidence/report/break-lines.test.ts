// Lines never run over an edge, and break where a reader expects it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines } from "../../../../main/evidence/report/break-lines.ts";

/** Every character one point wide. */
const measure = (text: string): number => Array.from(text).length;
const hex = "0123456789abcdef".repeat(4);

describe("breaking lines", () => {
  it.each([
    { why: "at spaces", text: "one two three", width: 7, lines: ["one two ", "three"] },
    { why: "nothing to draw is one empty line", text: "", width: 7, lines: [""] },
    {
      why: "after a hyphen between letters",
      text: "das Container-Image",
      width: 14,
      lines: ["das Container-", "Image"],
    },
    {
      why: "a path that fits on a line stays whole",
      text: "see /usr/bin/env",
      width: 12,
      lines: ["see ", "/usr/bin/env"],
    },
    {
      why: "a longer path after its separators",
      text: "/usr/share/applications/x",
      width: 12,
      lines: ["/usr/share/", "applications", "/x"],
    },
    { why: "a digest at every 16th digit", text: hex, width: 40, lines: [hex.slice(0, 32), hex.slice(32)] },
    {
      why: "also with the algorithm before it",
      text: `sha256:${hex}`,
      width: 40,
      lines: [`sha256:${hex.slice(0, 32)}`, hex.slice(32)],
    },
    { why: "a word without any separator is cut", text: "x".repeat(9), width: 4, lines: ["xxxx", "xxxx", "x"] },
    { why: "never inside a surrogate pair", text: "🚢🚢🚢", width: 2, lines: ["🚢🚢", "🚢"] },
  ])("$why", ({ text, width, lines }) => {
    expect(breakLines(text, width, measure)).toEqual(lines);
  });

  it("keeps every character but spaces, and no line is too wide, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = breakLines(text, width, measure);
        const bare = (words: string) => words.replace(/\s/gu, "");
        expect(bare(lines.join(""))).toBe(bare(text));
        for (const line of lines) expect(measure(line.trimEnd())).toBeLessThanOrEqual(width);
      }),
    );
  });
});
