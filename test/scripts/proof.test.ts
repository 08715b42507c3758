import { describe, expect, it } from "vitest";
import { machineLine, withSection } from "../../scripts/test/proof.mjs";

describe("a section of docs/PROOF.md", () => {
  it("is added at the end, and replaced by the next run without a trace of the one before", () => {
    const first = withSection("# Proof\n", "a", ["## A", "", "one"]);
    expect(first).toBe("# Proof\n\n<!-- proof: a -->\n\n## A\n\none\n\n<!-- end of a -->\n");
    expect(withSection(first, "a", ["## A", "", "two"])).toBe(first.replace("one", "two"));
  });

  it("leaves the sections of other tests and what stands between them", () => {
    const both = withSection(withSection("", "a", ["A"]), "ab", ["B"]).replace(
      "-->\n\n<!-- proof: ab",
      "-->\n\nwords\n\n<!-- proof: ab",
    );
    const changed = withSection(both, "a", ["C"]);
    expect(changed).toContain("words");
    expect(changed).toContain("\nB\n");
    expect(changed).not.toContain("\nA\n");
    expect(withSection(changed, "ab", ["D"])).toContain("\nC\n");
  });

  it("says day, processor, memory and system, and no name or path", () => {
    expect(machineLine("2026-11-24")).toMatch(/^2026-11-24; \d+ × .+, \d+ GiB; \w+ [^/]*, Node \d+\.\d+\.\d+\.$/);
  });
});
