// The calendar that the built command line writes, under every Node it has to run on, read back by an independent parser.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newerNode } from "../../scripts/setup/newer-node.mjs";
import { cacheFolder } from "../../scripts/setup/places.mjs";
import { readyApp } from "../support/launch-app.ts";
import { readIcs } from "../support/read-ics.ts";

const run = promisify(execFile);
let root = "";
let older = "";

/** The sample's calendar, each time over a state folder of its own. */
async function calendar(
  program: string,
  { args = [], env = {} }: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const home = await mkdtemp(join(root, "home-"));
  const words = ["dist/cli.cjs", "calendar", "--sample", "--output", "-", "--on", "2026-11-24"];
  const { stdout } = await run(program, [...args, ...words], {
    env: { ...process.env, PLIMSOLL_HOME: home, SOURCE_DATE_EPOCH: "1764000000", LANG: "C", LC_ALL: "", ...env },
  });
  return stdout;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-calendar-"));
  older = await calendar(process.execPath);
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("the calendar of the built command line", () => {
  it("parses, and holds the ends of both samples with the days before them", () => {
    const { events } = readIcs(older);
    const titles = events.map(({ summary }) => summary);
    expect(titles).toContain("Debian 10: last day of security support");
    expect(titles).toContain("In 30 days: Debian 13 leaves security support");
    expect(events.every(({ stamp }) => stamp === "2025-11-24T16:00:00Z")).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it("is the same in any zone", async () => {
    for (const TZ of ["Pacific/Pago_Pago", "Pacific/Kiritimati"]) {
      expect(await calendar(process.execPath, { env: { TZ } })).toBe(older);
    }
  });

  it("needs no global crypto, which Node 18 lacks", async () => {
    const witness = join(root, "witness.cjs");
    await writeFile(witness, 'if (globalThis.crypto !== undefined) throw new Error("there is a global crypto");\n');
    const args = ["--no-experimental-global-webcrypto", "--require", witness];
    expect(await calendar(process.execPath, { args })).toBe(older);
  });

  it("is the same under the newer Node", async ({ skip }) => {
    const found = await newerNode({ cache: cacheFolder() });
    if ("reason" in found) return skip(found.reason);
    expect(await calendar(found.executable)).toBe(older);
  });

  it("is the same under the Node of the app's Electron", async (context) => {
    const { runtime } = readyApp(context);
    expect(await calendar(runtime.executable, { env: { ELECTRON_RUN_AS_NODE: "1" } })).toBe(older);
  });
});
