// `plimsoll recommend` as a user meets it: archives read for real, text in two languages, JSON, and what is refused.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RecommendOptions, runRecommend } from "../../../main/cli/recommend.ts";
import { addRecommendCommand } from "../../../main/cli/recommend-commands.ts";
import type { World } from "../../../main/cli/world.ts";
import { writeTar } from "../../../main/tar/write-tar.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { Recommendation } from "../../../shared/model/move.ts";
import { type Files, file, image } from "../../support/image-builder.ts";
import { day } from "../../support/kept-run.ts";

let root = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-recommend-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function run(word: string | null, options: Partial<RecommendOptions>) {
  const out: string[] = [];
  const err: string[] = [];
  const world = {
    env: { PLIMSOLL_HOME: join(root, "home") },
    homeDir: root,
    platform: "linux",
    cores: 1,
    uid: null,
    cwd: root,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    instant: () => new Date(0),
    tool: { version: "0.1.0" },
    assets: "assets",
    language: "en",
    signal: new AbortController().signal,
    stdout: { write: (text: string) => out.push(text), isTTY: false, columns: 80 },
    stderr: { write: (text: string) => err.push(text), isTTY: false },
  } as unknown as World;
  const code = await runRecommend(word, { format: "table", ...options }, world);
  return { code, out: out.join(""), err: err.join("") };
}

async function archive(name: string, files: Files): Promise<string> {
  const members = [...files].map(([path, data]) => ({ path, data }));
  await writeFile(join(root, name), writeTar(members.map(({ path, data }) => file(path, data))));
  return name;
}

const debian = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\n';
const header = "#define NODE_MAJOR_VERSION 20\n#define NODE_MINOR_VERSION 11\n#define NODE_PATCH_VERSION 1\n";
const node = image()
  .layer(file("etc/os-release", debian), file("usr/local/include/node/node_version.h", header))
  .config({ Cmd: ["node", "server.js"], Env: ["NODE_VERSION=20.11.1"], ExposedPorts: { "80/tcp": {} } })
  .tag("shop/web:1");
const other = image().layer(file("etc/os-release", debian)).tag("shop/base:1");

async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return `${error.failure.kind}: ${error.message}`;
}

describe("plimsoll recommend", () => {
  it("reads the only image of an archive and prints the published JSON", async () => {
    const path = await archive("one.tar", node.dockerArchive());
    const { code, out, err } = await run(null, { archive: [path], format: "json" });
    expect([code, err]).toEqual([0, ""]);
    const answer = Recommendation.strict().parse(JSON.parse(out));
    expect(answer.image).toMatchObject({ reference: "shop/web:1", id: node.id });
    expect(answer.now.thing).toMatchObject({ by: "runtime", product: "node", version: "20.11.1" });
    expect(answer.moves[0]).toMatchObject({ kind: "dhi", tier: "community", supportedUntil: { before: "2026-04-30" } });
    expect(answer.moves.map(({ to }) => to)).toContain("dhi.io/node:22.23.2-0-debian13");
    expect(answer.moves.every(({ losses }) => losses.includes("cis-docker:4.6"))).toBe(true);
  });

  it("says the same as text, in either language, and as of another day", async () => {
    const path = await archive("text.tar", node.dockerArchive());
    const { out } = await run("shop/web:1", { archive: [path] });
    expect(out).toContain("1. dhi.io/node:22.23.2-0-debian13  (hardened equivalent)");
    expect(out).toContain("cis-docker:4.6");
    expect(out).toContain("needs no move: a USER line");
    const german = await run("shop/web:1", { archive: [path], lang: "de" });
    expect(german.out).toContain("gehärtete Entsprechung");
    expect(german.out).toContain("Neuere Versionen, nach denen zu suchen ist");
    const early = await run("shop/web:1", { archive: [path], on: "2025-01-01" });
    expect(early.out).toContain("2026-04-30");
    expect(early.out).not.toContain("ELS");
  });

  it("asks for one image where there are several", async () => {
    await archive("a.tar", node.dockerArchive());
    await archive("b.tar", other.dockerArchive());
    const both = { archive: ["a.tar", "b.tar"] };
    expect(await failure(run(null, both))).toMatch(
      /^usage: .*name one image; these are 2: .*shop\/web:1.*shop\/base:1/,
    );
    expect((await run("shop/base:1", both)).code).toBe(0);
  });

  it("ends with 2 where the image is not there or cannot be read", async () => {
    const path = await archive("c.tar", node.dockerArchive());
    const absent = await run("shop/none:1", { archive: [path] });
    expect([absent.code, absent.out]).toEqual([2, ""]);
    expect(absent.err).toContain("shop/none:1");
    await writeFile(join(root, "broken.tar"), "no archive");
    await expect(run(null, { archive: ["broken.tar"] })).rejects.toBeInstanceOf(FailureError);
  });

  it("refuses a day that does not exist", async () => {
    expect(await failure(run("x", { archive: ["one.tar"], on: "2026-02-30" }))).toMatch(/^usage: .*--on/);
  });

  it("has its words and options in the thin bundle", () => {
    const program = new Command();
    addRecommendCommand(program, { world: () => Promise.reject(new Error("not called")), end: () => undefined });
    const options = program.commands[0]?.options.map(({ long }) => long) ?? [];
    expect(options).toEqual(
      expect.arrayContaining(["--archive", "--layout", "--on", "--format", "--lang", "--engine"]),
    );
  });
});
