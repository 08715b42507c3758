// Small rules of the house that no compiler holds: sizes, the lock file, both languages, texts that must not be there.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { phrases } from "../../shared/wording/say.ts";

const tracked = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean);
const code = tracked.filter((file) => /^(main|shared|renderer|scripts)\/.*\.(ts|tsx|mjs)$/.test(file));
const lines = (file: string): number => readFileSync(file, "utf8").split("\n").length;

describe("files", () => {
  it("are small: none over 400 lines, nine of ten under 250", () => {
    // Wording tables are data that the compiler checks.
    const sizes = code
      .filter((file) => !file.startsWith("shared/wording/"))
      .map((file) => ({ file, size: lines(file) }))
      .sort((a, b) => a.size - b.size);
    expect(sizes.length).toBeGreaterThan(200);
    expect(sizes.filter(({ size }) => size > 400)).toEqual([]);
    expect(sizes[Math.floor(sizes.length * 0.9)]?.size).toBeLessThanOrEqual(250);
  });

  it("begin by saying what they know", () => {
    const silent = code.filter((file) => !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(readFileSync(file, "utf8")));
    expect(silent).toEqual([]);
  });

  it("are named by their subject", () => {
    const drawer = /(^|\/)(utils?|helpers?|common|misc|types|manager|service)(\/|\.tsx?$)/;
    expect(code.filter((file) => drawer.test(file))).toEqual([]);
  });

  it("name no machine of ours", () => {
    const own = /\/(work|farm)\/|npm\.internal/;
    const text = tracked.filter((file) => /\.(ts|tsx|mjs|md|json|yaml|yml|txt|html|css)$/.test(file));
    expect(
      text.filter((file) => file !== "test/architecture/house.test.ts" && own.test(readFileSync(file, "utf8"))),
    ).toEqual([]);
  });
});

describe("the lock file", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
  };

  it("names no registry", () => {
    expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  it("holds every optional package, so that a clean install works on every platform", () => {
    const names = new Set(Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf("node_modules/") + 13)));
    const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${path} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("sentences", () => {
  it("exist in both languages, with the same values in both", () => {
    const valuesOf = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    const wrong = Object.entries(phrases).filter(
      ([, { en, de }]) => en.trim() === "" || de.trim() === "" || String(valuesOf(en)) !== String(valuesOf(de)),
    );
    expect(Object.keys(phrases).length).toBeGreaterThan(100);
    expect(wrong).toEqual([]);
  });

  it("never claim what no tool may claim", () => {
    const forbidden = /\b(certified|compliant|zertifiziert\w*|konform\w*)\b/i;
    expect(Object.entries(phrases).filter(([, { en, de }]) => forbidden.test(en) || forbidden.test(de))).toEqual([]);
  });
});

it("published schemas, rules and texts lie where the build takes them from", () => {
  for (const folder of ["rules", "data", "schema", "report", "icons"]) {
    expect(readdirSync(join("assets", folder)).length, folder).toBeGreaterThan(0);
  }
});
