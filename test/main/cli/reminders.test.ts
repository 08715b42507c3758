// `plimsoll reminders` as a user meets it: kept audits, a waiver, a contract and a key, on days of a clock of our own.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  finishReminders,
  listReminders,
  type ReminderListOptions,
  reopenReminders,
  type SnoozeOptions,
  snoozeReminders,
} from "../../../main/cli/reminders.ts";
import type { World } from "../../../main/cli/world.ts";
import { openIdentity } from "../../../main/evidence/signing/local-identity.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import { RemindersAnswer } from "../../../shared/model/answers.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { factsWith } from "../../support/facts.ts";
import { auditWith, day, idOf, runWith } from "../../support/kept-run.ts";

let root = "";
let home = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-reminders-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  home = await mkdtemp(join(root, "home-"));
});

async function run(command: (world: World) => Promise<number>, today = "2026-12-02") {
  let out = "";
  let err = "";
  const world = {
    env: { PLIMSOLL_HOME: home },
    cwd: home,
    host: { user: "ana", name: "desk" },
    clock: { today: () => day(today), now: () => `${today}T06:00:00Z`, zone: () => "UTC (UTC+00:00)" },
    tool: { version: "0.1.0" },
    assets: "assets",
    language: "en",
    stdout: { write: (text: string) => (out += text), isTTY: false, columns: 80 },
    stderr: { write: (text: string) => (err += text), isTTY: false },
  } as unknown as World;
  return { code: await command(world), out, err };
}
const list = (over: Partial<ReminderListOptions> = {}, today?: string) =>
  run((world) => listReminders({ format: "table", ...over }, world), today);
const json = async (over: Partial<ReminderListOptions> = {}, today?: string) => {
  const { out, ...rest } = await list({ ...over, format: "json" }, today);
  return { ...rest, answer: RemindersAnswer.parse(JSON.parse(out)) };
};
const snoozed = (ids: string[], over: Partial<SnoozeOptions>, today?: string) =>
  run((world) => snoozeReminders(ids, { format: "table", ...over }, world), today);
const done = (ids: string[], today?: string) => run((world) => finishReminders(ids, { format: "table" }, world), today);

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return `${error.failure.kind}: ${error.message}`;
}

/** `subject lead state` of each. */
const said = ({ reminders }: RemindersAnswer): string[] =>
  reminders.map(({ subject, lead, state }) => `${subject.id} ${lead} ${state}`);

function system(id: string, versionId: string): Partial<Facts> {
  const name = `${id} ${versionId}`;
  return {
    os: { id, versionId, prettyName: name, product: id, cycle: versionId, evidence: "/etc/os-release", release: {} },
  };
}
const node: Facts["runtimes"] = [
  { product: "nodejs", version: "25.1.0", cycle: "25", evidence: "/usr/local/include/node/node_version.h", by: "file" },
];
function audit(digit: string, name: string, facts: Partial<Facts>): Audit {
  return { ...auditWith(idOf(digit), [name], []), facts: factsWith(facts) };
}

/** Two images on Ubuntu 22.04 (until 2027-04-01), one of them with Node.js 25 (until 2026-06-01), audited on 1 December. */
async function keepTwo(): Promise<void> {
  const images = [
    audit("1", "shop/web:1", system("ubuntu", "22.04")),
    audit("2", "shop/api:1", { ...system("ubuntu", "22.04"), runtimes: node }),
  ];
  await openAuditStore(join(home, "audits")).keep(runWith(images, { on: day("2026-12-01") }));
}

describe("plimsoll reminders", () => {
  it("says that no audit is kept and what to do, and for cron says it apart from the list", async () => {
    const { code, out } = await list();
    expect(code).toBe(0);
    expect(out).toContain("No audit of images of yours is kept");
    expect(out).toContain("plimsoll audit");
    expect((await list({ lang: "de" })).out).toContain("keine Prüfung eigener Images");
    const cron = await list({ due: true });
    expect(cron).toMatchObject({ code: 0, out: "" });
    expect(cron.err).toContain("No audit of images of yours is kept");
    expect((await json()).answer).toMatchObject({ images: 0, reminders: [], errors: [] });
  });

  it("lists what is due, and of what is to come the next of each", async () => {
    await keepTwo();
    const { code, out } = await list();
    expect(code).toBe(0);
    const lines = out.split("\n").map((line) => line.replace(/ {2,}/g, " | "));
    expect(lines[0]).toBe("id | state | what | of | last day | when | images | source");
    expect(lines[1]).toMatch(
      /^[0-9a-f]{8} \| due \| end of support \| Node\.js 25 \| 2026-06-01 \| 184 days over \| shop\/api:1/,
    );
    expect(lines[2]).toMatch(
      /\| due \| end of support \| Ubuntu 22\.04 \| 2027-04-01 \| in 120 days \| shop\/api:1 and 1 more/,
    );
    expect(lines[3]).toMatch(/\| upcoming 2026-12-31 \| audit grows old \| shop\/api:1/);
    expect(out).toContain("endoflife.date");
    const german = (await list({ lang: "de", all: true })).out;
    expect(german).toContain("Ende des Supports");
    expect(german).toContain("überholt");
  });

  it("gives everything as JSON, with the days on which each comes due", async () => {
    await keepTwo();
    const { answer } = await json();
    expect(said(answer)).toEqual([
      // Node.js 25 lives for 229 days: no lead is longer than a third of them.
      "support:nodejs:25 76 passed",
      "support:nodejs:25 30 passed",
      "support:nodejs:25 7 passed",
      "support:nodejs:25 0 due",
      `audit:${idOf("1")} 0 upcoming`,
      `audit:${idOf("2")} 0 upcoming`,
      "support:ubuntu:22.04 180 due",
      "support:ubuntu:22.04 90 upcoming",
      "support:ubuntu:22.04 30 upcoming",
      "support:ubuntu:22.04 7 upcoming",
      "support:ubuntu:22.04 0 upcoming",
    ]);
    expect(answer).toMatchObject({ on: "2026-12-02", images: 2, corrections: [], errors: [] });
    expect(answer.reminders.find(({ lead }) => lead === 180)).toMatchObject({
      due: "2026-10-03",
      subject: { images: ["shop/api:1", "shop/web:1"] },
    });
  });

  it("ends with 1 for cron when something is due, and marks nothing by looking", async () => {
    await keepTwo();
    const before = await readdir(home);
    for (const _ of [1, 2]) {
      const { code, out } = await list({ due: true });
      expect(code).toBe(1);
      expect(out.trim().split("\n")).toHaveLength(3);
    }
    expect((await readdir(home)).filter((name) => !before.includes(name))).toEqual(["version.json"]);
    expect(said((await json({ due: true })).answer)).toEqual([
      "support:nodejs:25 0 due",
      "support:ubuntu:22.04 180 due",
    ]);
    await done(["support:nodejs:25", "support:ubuntu:22.04"]);
    expect(await list({ due: true })).toMatchObject({ code: 0, out: "" });
  });

  it("tells with --new each one once, when --mark says that it was told", async () => {
    await keepTwo();
    expect((await list({ due: true, new: true })).code).toBe(1);
    const first = await list({ due: true, new: true, mark: true });
    expect([first.code, first.out.trim().split("\n").length]).toEqual([1, 3]);
    expect(await list({ due: true, new: true, mark: true })).toMatchObject({ code: 0, out: "" });
    expect((await list({ due: true })).code).toBe(1);
    expect((await json({ due: true })).answer.reminders[0]?.notified).toBe("2026-12-02");
    // 90 days before 2027-04-01.
    const later = await json({ due: true, new: true }, "2027-01-01");
    expect(said(later.answer)).toContain("support:ubuntu:22.04 90 due");
    expect(said(later.answer)).not.toContain("support:nodejs:25 0 due");
  });

  it("judges as of another day without keeping anything of it", async () => {
    await keepTwo();
    expect(said((await json({ on: "2026-05-25" })).answer)).toContain("support:nodejs:25 7 due");
    expect(said((await json({ on: "2028-05-25", due: true })).answer)).toContain("support:ubuntu:22.04 0 due");
    expect(await readdir(home)).not.toContain("reminders.json");
    expect(await refusal(list({ on: "2026-02-30" }))).toMatch(/^usage: .*2026-02-30/);
  });

  it("snoozes, finishes and reopens by the beginning of an id or by subject", async () => {
    await keepTwo();
    const { answer } = await json({ due: true });
    const [nodeId = "", ubuntuId = ""] = answer.reminders.map(({ id }) => id);
    const put = await snoozed([nodeId.slice(0, 8)], { days: "10" });
    expect(put.code).toBe(0);
    expect(put.out.replace(/ {2,}/g, " | ")).toContain(`${nodeId.slice(0, 8)} | snoozed 2026-12-12`);
    expect(said((await json({ due: true })).answer)).toEqual(["support:ubuntu:22.04 180 due"]);
    expect(said((await json({ due: true }, "2026-12-12")).answer)).toContain("support:nodejs:25 0 due");
    await done([ubuntuId, nodeId]);
    expect((await list({ due: true })).code).toBe(0);
    expect(said((await json({}, "2027-01-01")).answer).filter((each) => each.endsWith(" due"))).toEqual([
      `audit:${idOf("1")} 0 due`,
      `audit:${idOf("2")} 0 due`,
      "support:ubuntu:22.04 90 due",
    ]);
    const opened = await run((world) => reopenReminders([nodeId], { format: "json" }, world));
    expect(said(RemindersAnswer.parse(JSON.parse(opened.out)))).toEqual(["support:nodejs:25 0 due"]);
  });

  it("refuses what names nothing or too much, and days that are none", async () => {
    await keepTwo();
    expect(await refusal(done(["ffffffff"]))).toBe(
      "usage: there is no reminder ffffffff; see plimsoll reminders list --all",
    );
    expect(await refusal(done(["a"]))).toContain("there is no reminder a");
    expect(await refusal(snoozed(["support:ubuntu:22.04"], {}))).toContain("either --until DAY or --days N");
    expect(await refusal(snoozed(["support:ubuntu:22.04"], { days: "0" }))).toContain("whole number");
    expect(await refusal(snoozed(["support:ubuntu:22.04"], { until: "2026-12-02" }))).toContain("not after today");
    expect(await refusal(snoozed(["support:ubuntu:22.04"], { until: "2026-13-02" }))).toContain("a day that exists");
    expect(await refusal(list({ mark: true }))).toContain("--mark goes with --due");
    expect(await refusal(list({ due: true, all: true }))).toContain("give one");
    expect(await readdir(home)).not.toContain("reminders.json");
  });

  it("goes by the settings of both faces", async () => {
    await keepTwo();
    const settings = {
      reminderLeads: [120],
      componentLeads: { nodejs: [], "support:ubuntu:22.04": [119, 3] },
      auditAgeDays: null,
    };
    await writeFile(join(home, "config.json"), JSON.stringify(settings));
    expect(said((await json()).answer)).toEqual([
      "support:ubuntu:22.04 119 upcoming",
      "support:ubuntu:22.04 3 upcoming",
    ]);
  });

  it("reminds of waivers, also of one that has just run out, and of keys without their passphrase", async () => {
    const waiver = (id: string, until: string, more = "") =>
      `  - {id: ${id}, control: "cis-docker:4.1", scope: {everything: true}, reason: known, requester: Ana, created: 2026-09-01, until: ${until}, rules: {benchmark: cis-docker, version: "${version}"}${more}}\n`;
    const { version } = await cisDocker();
    const agreed = ", approver: Ben, approved: 2026-09-02";
    await writeFile(
      join(home, "waivers.yaml"),
      `schema: plimsoll/waivers@1\nwaivers:\n${waiver("w-runs", "2026-12-20", agreed)}${waiver("w-over", "2026-11-30", `${agreed}, ticket: T-7`)}${waiver("w-asked", "2026-12-20")}`,
    );
    const folder = join(home, "keys", "default");
    await mkdir(join(home, "keys", ".default.abc.new"), { recursive: true });
    const now = new Date("2026-12-02T10:00:00Z");
    const { identity } = await openIdentity({ folder, name: "default", passphrase: "a long one", now, create: true });
    const { answer, code } = await json();
    expect(code).toBe(0);
    const ends = answer.reminders.map(({ subject }) => `${subject.id} ${subject.label} ${subject.end}`);
    expect([...new Set(ends)]).toEqual([
      "waiver:w-over cis-docker:4.1 (T-7) 2026-11-30",
      "waiver:w-runs cis-docker:4.1 (w-runs) 2026-12-20",
      expect.stringMatching(`^certificate:${identity.fingerprint} default 20`),
    ]);
    const key = answer.reminders.at(-1)?.subject.end ?? "";
    const left = Date.parse(identity.notAfter) - Date.parse(key);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(3 * 24 * 3_600_000);
    expect((await json({}, "2028-02-02")).answer.reminders.map(({ subject }) => subject.kind)).not.toContain(
      "waiver-expiry",
    );
  });

  it("tells what it cannot look at, lists the others and ends with 2", async () => {
    await keepTwo();
    await writeFile(join(home, "waivers.yaml"), "schema: plimsoll/waivers@1\nwaivers: 7\n");
    await mkdir(join(home, "keys", "broken"), { recursive: true });
    const [name = ""] = await readdir(join(home, "audits", "lifecycle"));
    await writeFile(join(home, "audits", "lifecycle", name), "{}");
    const { answer, code, err } = await json({ due: true });
    expect(code).toBe(2);
    expect(answer.errors).toHaveLength(3);
    expect(answer.errors.map(({ reference }) => reference)).toEqual(
      expect.arrayContaining(["waivers", "keys", expect.stringMatching(/^shop\//)]),
    );
    expect(said(answer)).toContain("support:ubuntu:22.04 180 due");
    expect(err.split("\n").filter(Boolean)).toHaveLength(3);
  });

  it("says where a broken memory was put", async () => {
    await keepTwo();
    await writeFile(join(home, "reminders.json"), "{");
    const { err, code } = await list();
    expect(code).toBe(0);
    expect(err).toContain(`set aside as ${join(home, "reminders.broken-1.json")}`);
    expect(await readFile(join(home, "reminders.broken-1.json"), "utf8")).toBe("{");
  });

  it("lists dates that moved since they were last kept", async () => {
    await keepTwo();
    await list({ due: true, mark: true });
    const path = join(home, "reminders.json");
    const memory = JSON.parse(await readFile(path, "utf8"));
    memory.ends["support:ubuntu:22.04"] = "2027-02-01";
    await writeFile(path, JSON.stringify(memory));
    const { answer } = await json();
    expect(answer.corrections).toEqual([
      {
        subject: "support:ubuntu:22.04",
        label: "Ubuntu 22.04",
        from: "2027-02-01",
        to: "2027-04-01",
        on: "2026-12-02",
      },
    ]);
    expect((await list()).out).toContain("date moved: Ubuntu 22.04 2027-02-01 -> 2027-04-01 (2026-12-02)");
  });
});

async function cisDocker(): Promise<{ version: string }> {
  const { loadRules } = await import("../../../main/data/rules.ts");
  const set = (await loadRules("assets/rules")).find(({ id }) => id === "cis-docker");
  if (set === undefined) throw new Error("no cis-docker");
  return set;
}
