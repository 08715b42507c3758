import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { staleParts } from "../../scripts/build/build-if-stale.mjs";
import { bundles, strangerPackages } from "../../scripts/build/bundles.mjs";
import { installTree, readStamp } from "../../scripts/build/install-tree.mjs";
import { withLock } from "../../scripts/build/lock.mjs";
import { noticeText, packageFolders } from "../../scripts/build/notices.mjs";
import { loadedOnDemand } from "../../scripts/build/plugins.mjs";
import { zstdModule } from "../../scripts/build/side-files.mjs";
import { sourceDigest, sourceFiles } from "../../scripts/build/sources.mjs";

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-build-test-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function built(part: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await write(join("new", path), text);
  installTree({ from: join(root, "new"), dist: join(root, "dist"), part, digest: sourceDigest(root) });
  await rm(join(root, "new"), { recursive: true, force: true });
}

describe("what is stale", () => {
  beforeEach(async () => {
    await write("main/a.ts", "a");
    await write("package-lock.json", "{}");
  });

  it("is everything that was never built, and nothing right after a build", async () => {
    expect(staleParts({ root })).toEqual(["cli", "app"]);
    await built("cli", { "cli.cjs": "1" });
    expect(staleParts({ root })).toEqual(["app"]);
  });

  it.each([
    ["a changed source", "main/a.ts"],
    ["a new source", "shared/new.ts"],
    ["a changed asset", "assets/rules/cis.yaml"],
    ["a changed lock file", "package-lock.json"],
    ["a changed build script", "scripts/build/bundles.mjs"],
  ])("is what was built before %s", async (_, path) => {
    await built("cli", { "cli.cjs": "1" });
    await write(path, "changed");
    expect(staleParts({ root, wanted: ["cli"] })).toEqual(["cli"]);
  });

  it("is not told by times, tests or what lies elsewhere", async () => {
    await built("cli", { "cli.cjs": "1" });
    await write("test/a.test.ts", "new");
    await write("main/a.ts", "a");
    expect(staleParts({ root, wanted: ["cli"] })).toEqual([]);
  });

  it("knows a file that moved from one that did not", async () => {
    const before = sourceDigest(root);
    await rm(join(root, "main/a.ts"));
    await write("main/b.ts", "a");
    expect(sourceDigest(root)).not.toBe(before);
    expect(sourceFiles(root)).toEqual(["main/b.ts", "package-lock.json"]);
  });
});

describe("putting a build in place", () => {
  it("removes what the last build of the same part left and this one no longer makes", async () => {
    await write("main/a.ts", "a");
    await built("app", { "renderer/index-old.js": "1", "main.cjs": "1" });
    await built("cli", { "cli.cjs": "1" });
    await built("app", { "renderer/index-new.js": "2", "main.cjs": "2" });
    expect(existsSync(join(root, "dist/renderer/index-old.js"))).toBe(false);
    expect(await readFile(join(root, "dist/main.cjs"), "utf8")).toBe("2");
    expect(existsSync(join(root, "dist/cli.cjs"))).toBe(true);
  });

  it("leaves no stamp behind a partial build", async () => {
    await write("new/cli.cjs", "1");
    installTree({ from: join(root, "new"), dist: join(root, "dist"), part: "cli", digest: "sha256:0", partial: true });
    expect(readStamp(join(root, "dist"), "cli")).toBeNull();
  });

  it("takes a stamp that does not parse for none", async () => {
    await write("dist/.stamp-cli", "{");
    expect(readStamp(join(root, "dist"), "cli")).toBeNull();
  });
});

describe("the lock", () => {
  it("lets one builder in at a time", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside -= 1;
    };
    // The same living process under names of its own, as five builders would have.
    await Promise.all([1, 2, 3, 4, 5].map((n) => withLock(join(root, "lock"), work, { name: `${process.pid}-${n}` })));
    expect(most).toBe(1);
    expect(existsSync(join(root, "lock"))).toBe(false);
  });

  it("is taken from a holder that died", async () => {
    // Above the largest process number that Linux gives (2^22).
    await write("lock", "99999999");
    expect(await withLock(join(root, "lock"), async () => "built")).toBe("built");
  });

  it("is not taken from one that lives", async () => {
    await write("lock", String(process.ppid));
    await expect(withLock(join(root, "lock"), async () => "built", { patience: 50 })).rejects.toThrow(
      `held by process ${process.ppid}`,
    );
  });

  it("is let go when the build fails", async () => {
    const failing = async () => {
      throw new Error("does not compile");
    };
    await expect(withLock(join(root, "lock"), failing)).rejects.toThrow("does not compile");
    expect(existsSync(join(root, "lock"))).toBe(false);
  });
});

describe("what is loaded on demand", () => {
  const bundle = () =>
    build({
      absWorkingDir: root,
      entryPoints: ["main/entry.ts"],
      bundle: true,
      platform: "node",
      format: "cjs",
      supported: { "dynamic-import": false },
      plugins: [loadedOnDemand(root, { "main/work.ts": "work.cjs" })],
      write: false,
      logLevel: "silent",
    });

  it("stays outside when it is loaded by import()", async () => {
    await write("main/work.ts", 'export const answer = "the heavy part";');
    await write("main/entry.ts", 'export const run = async () => (await import("./work.ts")).answer;');
    const [file] = (await bundle()).outputFiles;
    expect(file?.text).toContain('require("./work.cjs")');
    expect(file?.text).not.toContain("the heavy part");
  });

  it("stops the build when it is imported plainly", async () => {
    await write("main/work.ts", "export const answer = 42;");
    await write("main/entry.ts", 'export { answer } from "./work.ts";');
    await expect(bundle()).rejects.toThrow("./work.ts must be loaded by import()");
  });

  it("keeps the command line from holding more than its option parser", () => {
    const { packages } = bundles.find(({ name }) => name === "cli.cjs") ?? {};
    const inputs = ["main/cli/main.ts", "node_modules/commander/lib/command.js", "node_modules/zod/index.js"];
    expect(strangerPackages(inputs, packages)).toEqual(["node_modules/zod"]);
    expect(strangerPackages(inputs, undefined)).toEqual([]);
  });
});

it("the zstd decoder that is taken out of its package is a module with a streaming decoder", () => {
  const names = WebAssembly.Module.exports(new WebAssembly.Module(zstdModule("node_modules"))).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["ZSTD_decompressStream", "malloc", "free"]));
});

describe("licence texts", () => {
  it("belong to the innermost package of each bundled file, each once", () => {
    const paths = [
      "main/audit.ts",
      "node_modules/react/index.js",
      "node_modules/react/jsx-runtime.js",
      "/checkout/node_modules/@mantine/core/esm/index.mjs",
      "C:\\checkout\\node_modules\\a\\node_modules\\@b\\c\\index.js",
    ];
    expect(packageFolders(paths)).toEqual([
      "node_modules/@mantine/core",
      "node_modules/a/node_modules/@b/c",
      "node_modules/react",
    ]);
  });

  it("are there for a real package, and a package without any terms stops the build", async () => {
    expect(noticeText(".", ["node_modules/zod"])).toMatch(/zod \d+\.\d+[\s\S]*MIT[\s\S]*Permission is hereby granted/);
    await write("node_modules/bare/package.json", '{"name":"bare","version":"1.0.0"}');
    expect(() => noticeText(root, ["node_modules/bare"])).toThrow("bare 1.0.0 names no licence");
  });
});
