// `plimsoll calendar` as a user meets it: over kept audits, over a source, and where something is missing.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CalendarOptions, writeCalendar } from "../../../main/cli/calendar.ts";
import type { World } from "../../../main/cli/world.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { auditWith, day, idOf, runWith } from "../../support/kept-run.ts";
import { factsOfCase } from "../../support/lifecycle-case.ts";
import { readIcs } from "../../support/read-ics.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-ics-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function calendar(names: readonly string[], over: Partial<CalendarOptions> = {}) {
  let out = "";
  let err = "";
  const world = {
    env: { PLIMSOLL_HOME: join(folder, "home") },
    homeDir: folder,
    platform: "linux",
    arch: "x64",
    uid: process.getuid?.() ?? null,
    cores: 1,
    cwd: folder,
    clock: { today: () => day("2026-05-01"), now: () => "2026-05-01T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    instant: () => new Date("2026-05-01T06:00:00Z"),
    tool: { version: "0.1.0" },
    assets: "assets",
    language: "en",
    signal: new AbortController().signal,
    stdout: { write: (text: string) => (out += text), isTTY: false, columns: 80 },
    stderr: { write: (text: string) => (err += text), isTTY: false },
  } as unknown as World;
  const code = await writeCalendar(names, { output: "my.ics", ...over }, world);
  return { out, err, code };
}

const file = (name = "my.ics") => readIcs(readFileSync(join(folder, name), "utf8")).events;
const ends = (name?: string) =>
  file(name)
    .filter(({ summary }) => summary.includes("last day"))
    .map(({ start, summary, status }) => `${start} ${summary} ${status}`);

function debian(digit: string, reference: string, version: string): Audit {
  const audit = auditWith(idOf(digit), [reference], []);
  const facts = factsOfCase({ name: "", why: "", expected: {}, osRelease: { ID: "debian", VERSION_ID: version } });
  return { ...audit, facts };
}

/** Keeps a run over all of an engine. */
async function keep(at: string, ...images: Audit[]): Promise<void> {
  const run = runWith(images, {
    on: day(at),
    startedAt: `${at}T05:00:00Z`,
    finishedAt: `${at}T05:00:01Z`,
    population: { found: images.length, audited: images.length, excluded: [] },
  });
  await openAuditStore(join(folder, "home", "audits")).keep(run);
}
const api = debian("1", "shop/api:7", "12");
const web = debian("2", "shop/web:3", "12");
const old = debian("3", "legacy/cron:1", "11");

describe("the calendar of kept audits", () => {
  it("holds one end for all images that share it, and says what it holds", async () => {
    await keep("2026-04-30", api, web);
    const { out, err, code } = await calendar([]);
    expect(code).toBe(0);
    expect(err).toBe("");
    expect(out).toMatch(
      /^my\.ics: ends 2, notices before them \d+, called off 0\nnext: Debian 12, last day 2026-07-11\n$/,
    );
    expect(ends()).toEqual([
      "2026-07-11 Debian 12: last day of security support CONFIRMED",
      "2028-06-30 Debian 12: last day of extended support CONFIRMED",
    ]);
    expect(file()[0]?.description).toContain("2 images: shop/api:7, shop/web:3");
  });

  it("has the same bytes the second time", async () => {
    await keep("2026-04-30", api, web);
    await calendar([]);
    const first = readFileSync(join(folder, "my.ics"), "utf8");
    await calendar([]);
    expect(readFileSync(join(folder, "my.ics"), "utf8")).toBe(first);
  });

  it("calls off the ends of an image that is gone, once the source was audited anew", async () => {
    await keep("2026-04-29", api, old);
    await calendar([]);
    expect(ends().filter((line) => line.includes("Debian 11"))).toHaveLength(2);
    await keep("2026-04-30", api);
    const { out } = await calendar([]);
    expect(out).toMatch(/called off [1-9]/);
    const gone = file().filter(({ status }) => status === "CANCELLED");
    expect(gone.length).toBeGreaterThan(1);
    expect(gone.every(({ summary, sequence }) => sequence === 1 && summary.includes("Debian 11"))).toBe(true);
    expect(file().filter(({ summary, status }) => summary.includes("Debian 12") && status === "CANCELLED")).toEqual([]);
  });

  it("says of which image the kept audit is damaged, ends with 2, and calls nothing off", async () => {
    await keep("2026-04-30", api, old);
    await calendar([]);
    const before = ends();
    const facts = join(folder, "home", "audits", "lifecycle");
    for (const name of readdirSync(facts)) {
      const path = join(facts, name);
      if (readFileSync(path, "utf8").includes('"11"')) writeFileSync(path, "{}");
    }
    const { code, err, out } = await calendar([]);
    expect(code).toBe(2);
    expect(err).toMatch(/legacy\/cron:1: .*its bytes are not what its name says/);
    expect(out).toContain("called off 0");
    expect(ends()).toEqual(before);
  });

  it("is of the images that are named, by name or id, in files that leave each other alone", async () => {
    await keep("2026-04-30", api, old);
    await calendar([]);
    await calendar(["legacy/cron:1"], { output: "old.ics" });
    expect(ends("old.ics").every((line) => line.includes("Debian 11"))).toBe(true);
    await calendar(["11111111"], { output: "new.ics" });
    expect(ends("new.ics").every((line) => line.includes("Debian 12"))).toBe(true);
    await calendar([]);
    expect([file(), file("old.ics"), file("new.ics")].flat().filter(({ status }) => status === "CANCELLED")).toEqual(
      [],
    );
  });

  it("follows the settings and --on, and writes to stdout for -", async () => {
    await keep("2026-04-30", api);
    writeFileSync(join(folder, "home", "config.json"), JSON.stringify({ reminderLeads: [10, 0] }));
    const { out, err } = await calendar([], { output: "-", on: "2026-07-01", lang: "de" });
    expect(readIcs(out).events.map(({ start }) => start)).toEqual([
      "2026-07-01",
      "2026-07-11",
      "2028-06-20",
      "2028-06-30",
    ]);
    expect(err).toContain("als Nächstes: Debian 12, letzter Tag 2026-07-11");
  });
});

describe("the calendar of a source", () => {
  it("reads what is named where no audit is kept, and what is kept from there", async () => {
    await keep("2026-04-30", api);
    const { code } = await calendar([], { sample: true, output: "sample.ics" });
    expect(code).toBe(0);
    expect(file("sample.ics").length).toBeGreaterThan(0);
    expect(file("sample.ics").some(({ description }) => description.includes("shop/api:7"))).toBe(false);
  });

  it("says which name is no image, ends with 2, and leaves what it said before", async () => {
    await calendar([], { sample: true });
    const before = ends();
    const { code, err } = await calendar(["no/such:1"], { sample: true });
    expect(code).toBe(2);
    expect(err).toContain("no/such:1");
    expect(ends()).toEqual(before);
  });
});

describe("what cannot be done", () => {
  async function failure(work: Promise<unknown>): Promise<string> {
    const error = await work.catch((reason: unknown) => reason);
    if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
    return `${error.failure.kind}: ${error.message}`;
  }

  it("is said: a day that does not exist, a file that cannot be written, which is then not remembered either", async () => {
    await keep("2026-04-30", api);
    expect(await failure(calendar([], { on: "2026-02-30" }))).toMatch(/^usage: .*--on/);
    writeFileSync(join(folder, "file"), "");
    expect(await failure(calendar([], { output: "file/my.ics" }))).toMatch(/^not-writable/);
    expect(() => readFileSync(join(folder, "home", "calendar.json"))).toThrow("ENOENT");
  });

  it("a memory that cannot be read is set aside with a word", async () => {
    await keep("2026-04-30", api);
    writeFileSync(join(folder, "home", "calendar.json"), "{");
    const { code, err } = await calendar([]);
    expect(code).toBe(0);
    expect(err).toMatch(/set aside as .*calendar\.broken-2026-05-01\.json/);
  });
});
