import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { regularElectron } from "../../scripts/setup/electron-regular.mjs";
import { resolveElectron } from "../../scripts/setup/electron-runtime.mjs";
import { standInElectron } from "../../scripts/setup/electron-stand-in.mjs";
import { checkIntegrity } from "../../scripts/setup/registry-package.mjs";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-electron-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const here = { env: {}, root: "/checkout", platform: "linux", arch: "x64", uid: 1000 };
const regular = async () => ({ executable: "/modules/electron", version: "45.4.1" });
const noRegular = async () => ({ reason: "no way out", version: "45.4.1" });
const standIn = async () => ({ executable: "/cache/electron", version: "25.1.1" });
const never = async (): Promise<never> => {
  throw new Error("must not be asked");
};

describe("which Electron is taken", () => {
  it("is the one that the user names, before anything is fetched", async () => {
    await writeFile(join(folder, "electron"), "");
    await writeFile(join(folder, "version"), "v44.0.0");
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    const runtime = await resolveElectron({ ...here, env, regular: never, standIn: never });
    expect(runtime).toMatchObject({ origin: "override", executable: join(folder, "electron"), version: "44.0.0" });
  });

  it("is no other when the named folder holds none", async () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
    await expect(resolveElectron({ ...here, env, regular, standIn })).rejects.toThrow("holds no electron");
  });

  it("is the regular one before the stand-in", async () => {
    const runtime = await resolveElectron({ ...here, regular, standIn: never });
    expect(runtime).toMatchObject({ origin: "regular", args: ["/checkout"] });
  });

  it("is the stand-in where the regular one cannot be fetched, which is said with the reason", async () => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    const runtime = await resolveElectron({ ...here, regular: noRegular, standIn, say });
    expect(runtime).toMatchObject({ origin: "stand-in", args: [], env: { PLIMSOLL_APP_DIR: "/checkout" } });
    expect(said.join()).toMatch(/25\.1\.1, an old stand-in.*45\.4\.1.*no way out/);
  });

  it("is none, with both reasons, where neither can be had", async () => {
    const noStandIn = async () => ({ reason: "wrong machine" });
    await expect(resolveElectron({ ...here, regular: noRegular, standIn: noStandIn })).rejects.toThrow(
      /no way out.*wrong machine.*ELECTRON_OVERRIDE_DIST_PATH/,
    );
  });

  it.each([
    ["linux", 0, true],
    ["linux", 1000, false],
    ["darwin", 0, false],
  ])("gives up the sandbox for root on Linux alone: %s, uid %i", async (platform, uid, gone) => {
    const { args } = await resolveElectron({ ...here, platform, uid, regular });
    expect(args.includes("--no-sandbox")).toBe(gone);
  });
});

describe("the regular binary", () => {
  const day = 86_400_000;
  async function checkout(): Promise<{ root: string; cache: string; say: () => undefined }> {
    const modules = join(folder, "node_modules", "electron");
    await mkdir(modules, { recursive: true });
    await writeFile(join(modules, "package.json"), '{"version":"45.4.1"}');
    return { root: folder, cache: join(folder, "cache"), say: () => undefined };
  }

  it("is fetched once, and a failure is remembered for a day", async () => {
    const world = await checkout();
    let fetched = 0;
    const fetchBinary = async () => {
      fetched += 1;
      return "no route";
    };
    const now = Date.now();
    expect(await regularElectron({ ...world, now, fetchBinary })).toMatchObject({ reason: "no route" });
    expect(await regularElectron({ ...world, now, fetchBinary })).toMatchObject({
      reason: expect.stringContaining("no route"),
    });
    expect(fetched).toBe(1);
    const note = join(world.cache, "electron-45.4.1-out-of-reach");
    await utimes(note, new Date(now - day - 1000), new Date(now - day - 1000));
    await regularElectron({ ...world, now, fetchBinary });
    expect(fetched).toBe(2);
  });

  it("counts only when the executable really lies there", async () => {
    const world = await checkout();
    const modules = join(folder, "node_modules", "electron");
    const fetchBinary = async () => {
      await mkdir(join(modules, "dist"));
      await writeFile(join(modules, "dist", "electron"), "");
      await writeFile(join(modules, "path.txt"), "electron");
      return null;
    };
    const found = await regularElectron({ ...world, now: 0, fetchBinary });
    expect(found).toEqual({ version: "45.4.1", executable: join(modules, "dist", "electron") });
    await rm(join(modules, "dist"), { recursive: true });
    const gone = await regularElectron({ ...world, now: 0, fetchBinary: async () => null });
    expect(gone).toMatchObject({ reason: "install-electron ended without a binary" });
  });
});

describe("the stand-in", () => {
  it("is for Linux x64 alone, and nothing is fetched elsewhere", async () => {
    const cache = join(folder, "cache");
    const answer = await standInElectron({ cache, platform: "linux", arch: "arm64", say: () => undefined });
    expect(answer).toEqual({ reason: "the stand-in is for Linux x64 only, this is linux arm64" });
    expect(existsSync(cache)).toBe(false);
  });

  it("is refused when a single byte is not that of the pinned file", async () => {
    const path = join(folder, "file");
    await writeFile(path, "abc");
    // SHA-512 of "abc", FIPS 180-4.
    const integrity = "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==";
    await checkIntegrity(path, integrity);
    await writeFile(path, "abd");
    await expect(checkIntegrity(path, integrity)).rejects.toThrow("not the pinned file");
  });
});
