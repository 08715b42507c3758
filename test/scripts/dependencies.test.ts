import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dependenciesAreStale, ensureDependencies } from "../../scripts/setup/dependencies.mjs";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-dependencies-"));
  await lock("package-lock.json", { "": {}, "node_modules/a": { version: "1.0.0" } });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function lock(path: string, packages: object): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), JSON.stringify({ packages }));
}

/** Plays `npm ci`; counts how often. */
function installer() {
  const state = { runs: 0 };
  const install = async () => {
    state.runs += 1;
    await mkdir(join(root, "node_modules"), { recursive: true });
    return null;
  };
  return { state, install };
}

describe("dependencies", () => {
  it("are installed once, and again when the lock file changed", async () => {
    const { state, install } = installer();
    await ensureDependencies(root, () => undefined, install);
    await ensureDependencies(root, () => undefined, install);
    expect(state.runs).toBe(1);
    await lock("package-lock.json", { "": {}, "node_modules/a": { version: "2.0.0" } });
    await ensureDependencies(root, () => undefined, install);
    expect(state.runs).toBe(2);
  });

  it("that a person installed by npm ci are taken as they are", async () => {
    await lock("node_modules/.package-lock.json", { "node_modules/a": { version: "1.0.0" } });
    expect(dependenciesAreStale(root)).toBe(false);
  });

  it.each([
    ["another version", { "node_modules/a": { version: "0.9.0" } }],
    ["a missing package", {}],
  ])("that a person installed are stale with %s", async (_, packages) => {
    await lock("node_modules/.package-lock.json", packages);
    expect(dependenciesAreStale(root)).toBe(true);
  });

  it("for another platform may be absent", async () => {
    await lock("package-lock.json", { "node_modules/only-on-mac": { version: "1.0.0", optional: true } });
    await lock("node_modules/.package-lock.json", {});
    expect(dependenciesAreStale(root)).toBe(false);
  });

  it("that cannot be installed are said with npm's reason, and count as stale still", async () => {
    const install = async () => "ENOTFOUND";
    await expect(ensureDependencies(root, () => undefined, install)).rejects.toThrow("npm ci failed: ENOTFOUND");
    expect(dependenciesAreStale(root)).toBe(true);
  });
});
