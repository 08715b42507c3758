// What the options of reading do: where facts are kept, that --no-cache leaves the folder alone, and how a cache that cannot
// be used is said.
import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, CommanderError } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AuditOptions, withAuditOptions } from "../../../main/cli/audit-options.ts";
import { openScanner } from "../../../main/cli/open-scanner.ts";
import type { World } from "../../../main/cli/world.ts";
import { defaultJobs } from "../../../main/worker/jobs.ts";
import { type FakeEngine, holding, saving, startFakeEngine } from "../../support/fake-engine.ts";
import { file, image, toTar } from "../../support/image-builder.ts";
import { day } from "../../support/kept-run.ts";

const app = image().layer(file("/etc/os-release", "ID=debian\n")).tag("shop/app:1");
let home = "";
let engine: FakeEngine;
let stderr: string[] = [];
beforeEach(async () => {
  home = join(await mkdtemp(join(tmpdir(), "plimsoll-home-")), "state");
  engine = await startFakeEngine({ answers: [holding([{ built: app }]), saving(toTar(app.dockerArchive()))] });
  stderr = [];
});
afterEach(async () => {
  await engine.stop();
  await rm(join(home, ".."), { recursive: true, force: true });
});

function world(): World {
  const instant = () => new Date("2026-11-24T06:00:00Z");
  return {
    env: { PLIMSOLL_HOME: home },
    homeDir: home,
    platform: process.platform,
    arch: "x64",
    host: { name: "h", os: "o", user: "u" },
    uid: process.getuid?.() ?? null,
    cores: 2,
    cwd: home,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC" },
    instant,
    tool: { version: "0.1.0", digest: "sha256:one" },
    assets: "assets",
    fonts: "",
    stdout: { write: () => undefined, isTTY: false, columns: 80 },
    stderr: { write: (text) => void stderr.push(text), isTTY: false },
    askPassphrase: null,
    signal: new AbortController().signal,
    language: "en",
  };
}

function options(...args: string[]): AuditOptions {
  const command = withAuditOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parse(args, { from: "user" }).opts<AuditOptions>();
}

/** Reads the engine's image as a command does; gives the requests for contents that it took. */
async function read(...args: string[]): Promise<number> {
  const before = engine.requests.length;
  const here = world();
  const scanner = await openScanner(options("--engine", `unix://${engine.socket}`, ...args), here);
  const keys = (await scanner.list(here.signal)).images.map(({ key }) => key);
  const kinds: string[] = [];
  for await (const { kind } of scanner.inspect(keys, here.signal)) kinds.push(kind);
  expect(kinds).toContain("facts");
  expect(stderr).toEqual([]);
  await scanner.close();
  return engine.requests.slice(before).filter((request) => request.includes("/images/get")).length;
}

describe("facts between commands", () => {
  it("are kept in the state folder and used by the next command", async () => {
    expect([await read(), await read()]).toEqual([1, 0]);
    expect((await readdir(join(home, "cache"))).length).toBe(3);
    expect(stderr).toEqual([]);
  });

  it("are neither read nor written with --no-cache", async () => {
    expect(await read("--no-cache")).toBe(1);
    await expect(readdir(home)).rejects.toThrow("ENOENT");
    await read();
    const before = await readdir(join(home, "cache"));
    expect(await read("--no-cache")).toBe(1);
    expect(await readdir(join(home, "cache"))).toEqual(before);
  });

  it("that cannot be kept are said in one line at the end, and nothing else changes", async () => {
    await mkdir(join(home, "cache"), { recursive: true });
    await chmod(join(home, "cache"), 0o777);
    expect(await read()).toBe(1);
    expect(stderr).toEqual([
      `plimsoll: the fact cache in ${join(home, "cache")} is given up (others may write into it); what it does not have is read anew\n`,
    ]);
  });
});

describe("--jobs", () => {
  it.each([
    ["1", 1],
    ["64", 64],
  ])("takes %s", (text, jobs) => {
    expect(options("--jobs", text).jobs).toBe(jobs);
  });

  it.each(["0", "65", "-1", "2.5", "many", "", "1e1", "99999"])("refuses %j", (text) => {
    expect(() => options(`--jobs=${text}`)).toThrow(CommanderError);
  });

  it("is one a processor and at most 8 where nobody says", () => {
    expect(options().jobs).toBeUndefined();
    expect([0, 1, 2, 8, 96].map(defaultJobs)).toEqual([1, 1, 2, 8, 8]);
  });
});
