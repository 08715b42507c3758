import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseSshUrl, sshArguments } from "../../../../main/source/engine/ssh-url.ts";
import { openSource } from "../../../../main/source/open-source.ts";
import { failureOf } from "../../../../shared/model/failure.ts";
import { sayFailure } from "../../../../shared/wording/failure.ts";
import { type FakeEngine, holding, saving, startFakeEngine } from "../../../support/fake-engine.ts";
import { archiveOf, file, image, toTar } from "../../../support/image-builder.ts";

const signal = new AbortController().signal;
const built = image().layer(file("/a", "1")).tag("far:1");

describe("an SSH address", () => {
  it.each([
    ["ssh://build", ["--", "build", "docker", "system", "dial-stdio"]],
    ["ssh://ada@build:2222", ["-l", "ada", "-p", "2222", "--", "build", "docker", "system", "dial-stdio"]],
    [
      "ssh://ada@[fe80::1%eth0]/run/user/1000/podman/podman.sock",
      [
        "-l",
        "ada",
        "--",
        "fe80::1%eth0",
        "docker",
        "--host",
        "unix:///run/user/1000/podman/podman.sock",
        "system",
        "dial-stdio",
      ],
    ],
  ])("%s becomes arguments behind the fixed ones", (url, args) => {
    const target = parseSshUrl(url);
    if (typeof target === "string") throw new Error(target);
    const fixed = ["-o", "BatchMode=yes", "-o", "ConnectTimeout=30", "-T"];
    expect(sshArguments(target)).toEqual([...fixed, ...args]);
    expect(sshArguments(target).join(" ")).not.toContain("StrictHostKeyChecking");
  });
});

describe("an engine behind ssh", () => {
  let folder = "";
  let engine: FakeEngine;
  beforeEach(async ({ skip }) => {
    if (process.platform === "win32") skip("needs POSIX: the fake ssh is a script with a shebang");
    folder = await mkdtemp(join(tmpdir(), "plimsoll-ssh-"));
    engine = await startFakeEngine({ answers: [holding([{ built }]), saving(toTar(archiveOf([built])))] });
  });
  afterEach(async () => {
    await engine.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** A program named ssh, first and only on PATH, written in JavaScript. */
  async function open(program: string) {
    const path = join(folder, "ssh");
    await writeFile(path, `#!${process.execPath}\n${program}`);
    await chmod(path, 0o755);
    const env = { PATH: folder, FAKE_ENGINE: engine.socket, FAKE_LOG: join(folder, "log") };
    const world = { env, homeDir: folder, platform: "linux", arch: "x64", uid: 1000 } as const;
    return openSource({ kind: "engine", url: "ssh://ada@build:2222" }, world, {});
  }

  const relay = `
    const { appendFileSync } = require("node:fs");
    appendFileSync(process.env.FAKE_LOG, JSON.stringify(process.argv.slice(2)) + "\\n");
    const far = require("node:net").connect(process.env.FAKE_ENGINE);
    process.stdin.pipe(far);
    far.pipe(process.stdout);
  `;

  it("is listed and read through the pipes of the system's ssh", async () => {
    const source = await open(relay);
    const { images } = await source.list(signal);
    expect(images.map(({ references }) => references)).toEqual([["far:1"]]);
    const kinds: string[] = [];
    for await (const delivery of source.layers([built.id], () => true, signal)) {
      kinds.push(delivery.kind);
      if (delivery.kind === "blob") for await (const _ of delivery.blob.bytes);
    }
    expect(kinds).toEqual(["blob", "bound"]);
    await source.close();
    const [first = "[]"] = (await readFile(join(folder, "log"), "utf8")).split("\n");
    expect(JSON.parse(first)).toEqual(
      expect.arrayContaining(["BatchMode=yes", "-l", "ada", "-p", "2222", "--", "build"]),
    );
  });

  it.each([
    ["Host key verification failed.", /key is unknown or has changed: connect once with ssh by hand/],
    ["ada@build: Permission denied (publickey).", /key or agent that works without a question/],
    ["ssh: Could not resolve hostname build", /try the same host with ssh by hand/],
  ])("that ssh does not reach is said with ssh's own words: %s", async (complaint, hint) => {
    const source = await open(
      `process.stderr.write(${JSON.stringify(`banner\n${complaint}\n`)}); process.exitCode = 255;`,
    );
    const failure = await source.list(signal).then(() => null, failureOf);
    expect(failure).toMatchObject({ kind: "engine-unreachable", cause: expect.stringContaining(complaint) });
    if (failure !== null) expect(sayFailure(failure)).toMatch(hint);
    await source.close();
  });

  it("is said to need an ssh client where there is none", async () => {
    const world = { env: { PATH: folder }, homeDir: folder, platform: "linux", arch: "x64", uid: 1000 } as const;
    const source = await openSource({ kind: "engine", url: "ssh://build" }, world, {});
    const failure = await source.list(signal).then(() => null, failureOf);
    expect(failure).toMatchObject({
      kind: "engine-unreachable",
      hint: expect.stringContaining("install an ssh client"),
    });
    await source.close();
  });

  it("is let go when cancelled", async () => {
    const source = await open("setTimeout(() => {}, 600000);");
    const controller = new AbortController();
    const listing = source.list(controller.signal);
    setTimeout(() => controller.abort(), 100);
    expect(await listing.then(() => null, failureOf)).toEqual({ kind: "cancelled" });
    await source.close();
  });
});
