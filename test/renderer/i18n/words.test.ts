import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import de from "../../../renderer/i18n/de.json" with { type: "json" };
import en from "../../../renderer/i18n/en.json" with { type: "json" };
import { createWords } from "../../../renderer/i18n/i18n.ts";

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): Map<string, string> {
  const words = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") words.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix}${key}.`)) words.set(inner, text);
  }
  return words;
}

const english = flat(en);
const german = flat(de);
const placeholders = (text: string) => (text.match(/\{\{[^}]+\}\}/g) ?? []).sort();

/** All source text of the window. */
function sources(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return sources(path);
      return /\.tsx?$/.test(entry.name) ? readFileSync(path, "utf8") : "";
    })
    .join("\n");
}

describe("the words of the window", () => {
  test("stand in both languages, none empty", () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const words of [english, german]) expect([...words].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("name the same values in both languages", () => {
    const differing = [...english].filter(([key, text]) => {
      return placeholders(text).join() !== placeholders(german.get(key) ?? "").join();
    });
    expect(differing).toEqual([]);
  });

  test("have a plural for every singular", () => {
    for (const key of english.keys())
      if (key.endsWith("_one")) expect(english.has(key.replace(/_one$/, "_other"))).toBe(true);
  });

  test("never shout, and never claim what no audit can", () => {
    for (const text of [...english.values(), ...german.values()]) {
      expect(text).not.toMatch(/!|certified|compliant|zertifiziert|konform/i);
    }
  });

  test("are all used", () => {
    const source = sources(join(import.meta.dirname, "../../../renderer"));
    // A key stands in the source whole, or as a template whose last part is a value: `limits.is.${fact}`.
    const unused = [...english.keys()]
      .map((key) => key.replace(/_(one|other)$/, ""))
      .filter(
        (key) => !source.includes(`"${key}"`) && !source.includes(`\`${key.slice(0, key.lastIndexOf(".") + 1)}\${`),
      );
    expect(unused).toEqual([]);
  });

  test("count in the language of the window", () => {
    const say = (language: "en" | "de", count: number) => createWords(language).t("images.count", { count });
    expect([say("en", 1), say("en", 1000), say("de", 1000)]).toEqual(["1 image", "1,000 images", "1.000 Images"]);
  });
});
