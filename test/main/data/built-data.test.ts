import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hasReference, needsReference, referenceFolder as reference } from "../../support/reference-folder.ts";

describe("assets/data", () => {
  let folder = "";
  beforeEach(needsReference);
  beforeAll(() => {
    if (!hasReference) return;
    folder = mkdtempSync(join(tmpdir(), "plimsoll-data-"));
    const inputs = [join(reference, "lifecycle-facts.json"), join(reference, "dhi-catalog.json")];
    execFileSync(process.execPath, ["scripts/build-data.mjs", ...inputs, folder]);
  });
  afterAll(() => {
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  it.each(["lifecycle.json", "hardened.json", "distro-info.json"])(
    "%s is what the script makes of the reference",
    (name) => {
      const built = readFileSync(join(folder, name), "utf8");
      expect(built.length).toBeGreaterThan(4000);
      expect(readFileSync(join("assets/data", name), "utf8") === built).toBe(true);
    },
  );

  it("loses no product, no cycle and no date", () => {
    const from = JSON.parse(readFileSync(join(reference, "lifecycle-facts.json"), "utf8"));
    const to = JSON.parse(readFileSync(join(folder, "lifecycle.json"), "utf8"));
    type Cycle = {
      cycle: string;
      releaseDate?: string;
      release?: string;
      eoas?: unknown;
      eol?: unknown;
      eoes?: unknown;
    };
    const list = (products: { id: string; cycles: Cycle[] }[]) =>
      products.map(({ id, cycles }) => [
        id,
        cycles.map((one) => [one.cycle, one.releaseDate ?? one.release, one.eoas, one.eol, one.eoes]),
      ]);
    expect(list(to.products)).toEqual(list(from.products));
  });
});
