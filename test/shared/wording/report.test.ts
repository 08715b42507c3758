// The report's words: both languages say the same things with the same values, and never more than the audit can.
import { describe, expect, it } from "vitest";
import { countOf, fill } from "../../../shared/wording/report/fill.ts";
import { reportWords } from "../../../shared/wording/report/words.ts";

/** Every sentence by its path, such as `cover.title`. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) =>
    sentences(inner, path === "" ? key : `${path}.${key}`),
  );
}
const english = new Map(sentences(reportWords.en));
const german = new Map(sentences(reportWords.de));
const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe("the words of the report", () => {
  it("exist in both languages under the same paths, none empty", () => {
    expect([...german.keys()]).toEqual([...english.keys()]);
    expect(english.size).toBeGreaterThan(150);
    for (const [path, text] of [...english, ...german]) expect(text.trim(), path).not.toBe("");
  });

  it("take the same values in both languages, and have as many forms", () => {
    for (const [path, text] of english) {
      expect(names(german.get(path) ?? ""), path).toEqual(names(text));
      expect((german.get(path) ?? "").split("|").length, path).toBe(text.split("|").length);
    }
  });

  it.each([/certified/i, /complian/i, /zertifizier/i, /konform/i, /secure(?!\w)/i])("never say %s", (word) => {
    for (const [path, text] of [...english, ...german]) expect(text, path).not.toMatch(word);
  });

  it("are translated: no sentence of several words is the same in both", () => {
    const same = [...english].filter(([path, text]) => text.split(" ").length > 3 && german.get(path) === text);
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it("show a value that is missing, and take the right form", () => {
    expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
    expect(countOf("{n} image|{n} images", 1)).toBe("1 image");
    expect(countOf("{n} image|{n} images", 0)).toBe("0 images");
    expect(countOf("{n} of {of}|{n} of all {of}", 2, { of: 3 })).toBe("2 of all 3");
  });
});
