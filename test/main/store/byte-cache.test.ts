// Bytes by key in a folder: what is believed and what not, what goes when it is full, whose folder it is, several processes
// at once, a disk that is full. Whatever happens, a caller gets the right bytes or none.
import { execFile, spawn } from "node:child_process";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type ByteCacheOptions, openByteCache } from "../../../main/store/byte-cache.ts";
import { readOnly } from "../../support/read-only-folder.ts";

const run = promisify(execFile);
const uid = process.getuid?.() ?? null;
let root = "";
let folder = "";
let troubles: string[] = [];
let now = 0;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-cache-"));
  folder = join(root, "state", "cache");
  troubles = [];
  now = Date.parse("2026-11-24T06:00:00Z");
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (over: Partial<ByteCacheOptions> = {}) =>
  openByteCache({ folder, limit: 1 << 20, uid, now: () => now, trouble: (cause) => troubles.push(cause), ...over });
const body = (text: string): Buffer => Buffer.from(text.repeat(100));
const entries = async (): Promise<string[]> => (await readdir(folder)).sort();

describe("an entry", () => {
  it("is what was put last, and nobody else's to read", async () => {
    const cache = open();
    expect(await cache.get("layer-1")).toBeNull();
    await cache.put("layer-1", body("old"));
    await cache.put("layer-1", body("new"));
    expect(await cache.get("layer-1")).toEqual(body("new"));
    expect(await open().get("layer-1")).toEqual(body("new"));
    await cache.put("empty", new Uint8Array());
    expect(await cache.get("empty")).toEqual(Buffer.alloc(0));
    expect(((await stat(folder)).mode & 0o777).toString(8)).toBe("700");
    expect(((await stat(join(folder, "layer-1.entry"))).mode & 0o777).toString(8)).toBe("600");
    expect(await entries()).toEqual(["empty.entry", "layer-1.entry"]);
    await cache.drop("layer-1");
    await cache.drop("layer-1");
    expect(await cache.get("layer-1")).toBeNull();
    expect(troubles).toEqual([]);
  });

  it.each([
    ["a byte of the body", (file: Buffer) => flipped(file, file.length - 3)],
    ["a byte of the magic word", (file: Buffer) => flipped(file, 0)],
    ["a byte of the length", (file: Buffer) => flipped(file, 15)],
    ["a byte of the digest", (file: Buffer) => flipped(file, 20)],
    ["the end cut off", (file: Buffer) => file.subarray(0, file.length - 1)],
    ["only half of its header", (file: Buffer) => file.subarray(0, 20)],
    ["nothing in it", () => Buffer.alloc(0)],
    ["something behind its end", (file: Buffer) => Buffer.concat([file, Buffer.from("x")])],
  ])("with %s is not believed and goes away", async (_, damage) => {
    const cache = open();
    await cache.put("a", body("a"));
    const path = join(folder, "a.entry");
    await writeFile(path, damage(await readFile(path)));
    expect(await cache.get("a")).toBeNull();
    expect(await entries()).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it("under the name of another is not believed", async () => {
    const cache = open();
    await cache.put("a", body("a"));
    await cache.put("b", body("b"));
    await rename(join(folder, "a.entry"), join(folder, "b.entry"));
    expect(await cache.get("b")).toBeNull();
  });

  it.each(["../out", "a/b", "", "A", "a.b", "x".repeat(200), "..", "a\0b"])("has no key like %j", async (key) => {
    const cache = open();
    await expect(cache.get(key)).rejects.toThrow(RangeError);
    await expect(cache.put(key, body("x"))).rejects.toThrow(RangeError);
    await expect(cache.drop(key)).rejects.toThrow(RangeError);
  });

  it("that is a link, a pipe or a folder leads nowhere and holds nobody up", async () => {
    const cache = open();
    await cache.put("real", body("real"));
    const outside = join(root, "outside");
    await writeFile(outside, await readFile(join(folder, "real.entry")));
    await symlink(outside, join(folder, "link.entry"));
    await run("mkfifo", [join(folder, "pipe.entry")]);
    await mkdir(join(folder, "folder.entry"));
    expect([await cache.get("link"), await cache.get("pipe")]).toEqual([null, null]);
    expect(await cache.get("folder")).toBeNull();
    await cache.put("link", body("own"));
    expect(await cache.get("link")).toEqual(body("own"));
    expect((await lstat(outside)).size).toBe((await lstat(join(folder, "real.entry"))).size);
  });
});

describe("a full cache", () => {
  const kib = (letter: string) => Buffer.alloc(1024, letter);

  it("lets the least recently used go, and stays under its limit", async () => {
    const cache = open({ limit: 16 * 1024 });
    for (const key of ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"]) {
      await cache.put(key, kib(key));
      now += 120_000;
      // `a` is used all the time.
      expect(await cache.get("a")).toEqual(kib("a"));
    }
    now += 120_000;
    await cache.put("o", kib("o"));
    await cache.put("p", kib("p"));
    const left = await entries();
    expect(left).toContain("a.entry");
    expect(left).toContain("p.entry");
    expect(left).not.toContain("b.entry");
    expect(left).not.toContain("c.entry");
    const sizes = await Promise.all(left.map(async (name) => (await stat(join(folder, name))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(16 * 1024);
    expect(left.length).toBeGreaterThan(10);
    expect(troubles).toEqual([]);
  });

  it("does not take what would push everything else out", async () => {
    const cache = open({ limit: 16 * 1024 });
    await cache.put("small", kib("s"));
    await cache.put("large", Buffer.alloc(4096));
    expect(await cache.get("large")).toBeNull();
    expect(await cache.get("small")).toEqual(kib("s"));
  });

  it("clears what a writer left unfinished a day ago, and nothing that is not its own", async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const left = (at: string) => join(folder, `unfinished-00000000-0000-0000-0000-00000000000${at}`);
    for (const path of [left("1"), left("2"), join(folder, "notes.txt")]) await writeFile(path, "x");
    const old = now / 1000 - 25 * 3600;
    for (const path of [left("1"), join(folder, "notes.txt")]) await utimes(path, old, old);
    await utimes(left("2"), now / 1000, now / 1000);
    await open().put("a", body("a"));
    expect(await entries()).toEqual(["a.entry", "notes.txt", left("2").slice(folder.length + 1)]);
  });
});

describe("a folder that cannot be trusted or used", () => {
  it("is not used when others may write into it", async () => {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o777);
    const cache = open();
    await cache.put("a", body("a"));
    expect(await cache.get("a")).toBeNull();
    expect(await entries()).toEqual([]);
    expect(troubles).toEqual(["others may write into it"]);
  });

  it("is closed to others where they could only read", async () => {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
    await open().put("a", body("a"));
    expect(((await stat(folder)).mode & 0o777).toString(8)).toBe("700");
  });

  it("is not used when it is a link", async () => {
    await mkdir(join(root, "elsewhere"));
    await mkdir(join(root, "state"));
    await symlink(join(root, "elsewhere"), folder);
    const cache = open();
    await cache.put("a", body("a"));
    expect(await readdir(join(root, "elsewhere"))).toEqual([]);
    expect(troubles).toEqual(["it is no folder of its own but a link"]);
  });

  it("is not used when it is another user's", async (ctx) => {
    if (uid !== 0) return ctx.skip("giving a folder away needs root");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chown(folder, 12345, 12345);
    const cache = open();
    await cache.put("a", body("a"));
    expect(await cache.get("a")).toBeNull();
    expect(troubles).toEqual(["it belongs to another user"]);
  });

  it("is given up, said once, when a file stands in its way", async () => {
    await writeFile(join(root, "state"), "");
    const cache = open();
    await cache.put("a", body("a"));
    await cache.put("b", body("b"));
    expect(await cache.get("a")).toBeNull();
    expect(troubles).toEqual(["a part of the path is a file, not a folder"]);
  });

  it("on a full disk keeps what is there, takes nothing more and says so once", async (ctx) => {
    const full = join(root, "full");
    await mkdir(full);
    try {
      await run("mount", ["-t", "tmpfs", "-o", "size=64k,mode=700", "tmpfs", full]);
    } catch {
      return ctx.skip("a small tmpfs cannot be mounted here (needs root)");
    }
    try {
      const cache = open({ folder: full });
      await cache.put("a", body("a"));
      await cache.put("large", Buffer.alloc(100_000, 1));
      await cache.put("b", body("b"));
      expect(await cache.get("a")).toEqual(body("a"));
      expect(await cache.get("large")).toBeNull();
      expect(await readdir(full)).toEqual(["a.entry"]);
      expect(troubles).toEqual(["no space left on the device"]);
    } finally {
      await run("umount", [full]);
    }
  });

  it("that is read-only is still read", async (ctx) => {
    await open().put("a", body("a"));
    const reopen = await readOnly(folder);
    if (reopen === null) return ctx.skip("a folder cannot be mounted read-only here");
    try {
      now += 3_600_000;
      const cache = open();
      expect(await cache.get("a")).toEqual(body("a"));
      await cache.put("b", body("b"));
      expect(await cache.get("b")).toBeNull();
      expect(await cache.get("a")).toEqual(body("a"));
      expect(troubles).toHaveLength(1);
    } finally {
      await reopen();
    }
  });
});

describe("several processes at once", () => {
  let script = "";
  beforeAll(async () => {
    script = join(await mkdtemp(join(tmpdir(), "plimsoll-cache-child-")), "hammer.mjs");
    await build({
      stdin: {
        contents: `
          import { openByteCache } from "./main/store/byte-cache.ts";
          const [folder, seed] = process.argv.slice(2);
          const trouble = (cause) => { process.exitCode = 3; console.error(cause); };
          const cache = openByteCache({ folder, limit: 64 * 1024, uid: process.getuid?.() ?? null, now: Date.now, trouble });
          const bodyOf = (key) => Buffer.alloc(500 + 137 * key, key);
          let state = Number(seed);
          const random = (below) => (state = (state * 48271) % 2147483647) % below;
          let hits = 0;
          for (let round = 0; round < 1500; round++) {
            const key = random(40);
            if (random(20) === 0) await cache.drop("k-" + key);
            else if (random(2) === 0) await cache.put("k-" + key, bodyOf(key));
            else {
              const got = await cache.get("k-" + key);
              if (got !== null) hits++;
              if (got !== null && !got.equals(bodyOf(key))) { console.error("wrong bytes of " + key); process.exitCode = 4; }
            }
          }
          console.log(hits);
        `,
        resolveDir: process.cwd(),
        loader: "ts",
      },
      bundle: true,
      platform: "node",
      format: "esm",
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      outfile: script,
      logLevel: "silent",
    });
  });
  afterAll(() => rm(join(script, ".."), { recursive: true, force: true }));

  const child = (seed: number): Promise<{ code: number | null; out: string; err: string }> =>
    new Promise((resolve) => {
      const process_ = spawn(process.execPath, [script, folder, String(seed)]);
      let out = "";
      let err = "";
      process_.stdout.on("data", (text) => {
        out += text;
      });
      process_.stderr.on("data", (text) => {
        err += text;
      });
      process_.on("close", (code) => resolve({ code, out, err }));
    });

  it("get right bytes or none, and none of them trips over another", async () => {
    const answers = await Promise.all([11, 22, 33].map(child));
    for (const { code, err } of answers) expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(answers.reduce((sum, { out }) => sum + Number(out), 0)).toBeGreaterThan(100);
    const names = await entries();
    expect(names.filter((name) => !name.endsWith(".entry"))).toEqual([]);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
    // Each of three may go over the limit by a sixteenth and one entry before it looks again.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(64 * 1024 * (1 + 3 / 16) + 3 * 6000);
  });
});

function flipped(file: Buffer, at: number): Buffer {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
