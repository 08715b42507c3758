// The handlers over real parts: a scanner of images in memory, a store and a key in a temporary folder.
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { createHandlers, type HandlerDeps } from "../../../main/desktop/ipc/handlers.ts";
import { keptDecisions } from "../../../main/desktop/kept-decisions.ts";
import type { Signer } from "../../../main/evidence/signing/signer.ts";
import { verifyPack } from "../../../main/evidence/verify/verify-pack.ts";
import { type AuditStore, openAuditStore } from "../../../main/store/audits.ts";
import { homeLayout } from "../../../main/store/home.ts";
import { openReminderMemory } from "../../../main/store/reminder-memory.ts";
import { openSettings } from "../../../main/store/settings-file.ts";
import { localScanner } from "../../../main/worker/local-scanner.ts";
import { contract, type Handlers, type StreamEventOf } from "../../../shared/ipc/contract.ts";
import type { AuditRun } from "../../../shared/model/audit.ts";
import { FailureError, failureOf } from "../../../shared/model/failure.ts";
import type { Language } from "../../../shared/model/phrase.ts";
import { defaultSettings, type Settings } from "../../../shared/settings.ts";
import { makeSigner, signedAt } from "../../support/evidence-pack.ts";
import { dir, file, image, memorySource } from "../../support/image-builder.ts";
import { day } from "../../support/kept-run.ts";

const catalogues = await loadCatalogues("assets");
const source = { kind: "engine" } as const;
const api = image()
  .layer(dir("/etc"), file("/etc/os-release", 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12"\n'))
  .config({ User: "10001" })
  .tag("shop/api:7.2");
const cron = image()
  .layer(file("/bin/su", "x", { mode: 0o4755 }))
  .config({})
  .tag("legacy/cron:1");

let root = "";
let signer: Signer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-handlers-"));
  signer = await makeSigner(root);
});
afterAll(() => rm(root, { recursive: true, force: true }));

let folder = "";
let store: AuditStore;
let heard: { settings: Settings[]; revealed: string[]; copied: string[]; languages: Language[]; replanned: number };
let handlers: Handlers<AbortSignal>;
beforeEach(async () => {
  folder = await mkdtemp(join(root, "home-"));
  store = openAuditStore(join(folder, "audits"));
  heard = { settings: [], revealed: [], copied: [], languages: [], replanned: 0 };
  handlers = createHandlers(deps());
});

function deps(): HandlerDeps {
  let stored: unknown = {};
  return {
    ...catalogues,
    decisions: () => keptDecisions(homeLayout(folder), catalogues.rules),
    files: homeLayout(folder),
    info: (language) => {
      heard.languages.push(language);
      return {
        version: "0.1.0",
        electron: "45.0.0",
        chromium: "156.0.0.0",
        oldRuntime: false,
        today: day("2026-11-24"),
        timeZone: "UTC (UTC+00:00)",
        rules: [],
        lifecycle: { source: catalogues.lifecycle.source, date: catalogues.lifecycle.date },
        language,
        source,
      };
    },
    scanner: () => localScanner(memorySource([api, cron])),
    store,
    settings: openSettings({
      read: () => stored,
      write: (settings) => {
        stored = settings;
      },
    }),
    settingsChanged: (settings) => void heard.settings.push(settings),
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    instant: () => signedAt,
    tool: { version: "0.1.0" },
    openSigner: async () => signer,
    folders: { reports: join(folder, "reports"), fonts: "node_modules/dejavu-fonts-ttf/ttf", assets: "assets" },
    host: { name: "build-07", os: "Linux 6.1" },
    operator: "m.keller",
    systemLanguage: "de",
    reveal: (path) => void heard.revealed.push(path),
    copy: (text) => void heard.copied.push(text),
    reminders: {
      look: () => Promise.reject(new Error("no reminder is planned here")),
      due: () => ({ due: null }),
      memory: openReminderMemory(join(folder, "reminders.json")),
      changed: () => void heard.replanned++,
      sample: () => undefined,
      desktop: () => Promise.reject(new Error("there is no desktop here")),
    },
    chooseCalendarFile: async () => null,
    data: {
      address: "https://endoflife.date/api/v1/products/full",
      status: () => Promise.reject(new Error("not asked for here")),
      refresh: () => Promise.reject(new Error("not asked for here")),
      importFile: () => Promise.reject(new Error("not asked for here")),
    },
    chooseDataFile: async () => null,
  };
}

async function audit(keys: string[] | null = null, signal = new AbortController().signal) {
  const events: StreamEventOf<"audit.run">[] = [];
  const end = await handlers["audit.run"]({ source, keys }, (event) => events.push(event), signal);
  return { events, end };
}

async function failureIn(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no failure but ${String(error)}`);
  return failureOf(error);
}

async function stateOf(id: string): Promise<string | undefined> {
  return (await store.newest(id))?.audit.hardened.state;
}

describe("the list of images", () => {
  it("has no result for an image that was never audited, and the newest kept one for others", async () => {
    const before = await handlers["images.list"]({ source });
    expect(before.images.map((row) => row.last)).toEqual([undefined, undefined]);
    await audit([api.id]);
    const { images } = contract["images.list"].out.parse(await handlers["images.list"]({ source }));
    expect(images.find((row) => row.listed.id === cron.id)?.last).toBeUndefined();
    expect(images.find((row) => row.listed.id === api.id)?.last).toEqual({
      on: "2026-11-24",
      finishedAt: "2026-11-24T06:00:00Z",
      summary: (await store.newest(api.id))?.audit.summary,
      os: "Debian GNU/Linux 12",
      hardened: await stateOf(api.id),
    });
  });

  it("takes the newest of several runs, whichever was kept last", async () => {
    const { end } = await audit([api.id]);
    const kept = await store.run(end.run);
    if (kept === null) throw new Error("the run was not kept");
    const [first] = kept.run.images;
    if (first === undefined) throw new Error("the run holds no audit");
    const ofRun = (finishedAt: string, state: "derived" | "unproven"): AuditRun => ({
      ...kept.run,
      finishedAt,
      images: [{ ...first, hardened: { ...first.hardened, state } }],
    });
    await store.keep(ofRun("2026-11-26T06:00:00Z", "derived"));
    await store.keep(ofRun("2026-11-25T06:00:00Z", "unproven"));
    const { images } = await handlers["images.list"]({ source });
    const last = images.find((row) => row.listed.id === api.id)?.last;
    expect([last?.finishedAt, last?.hardened]).toEqual(["2026-11-26T06:00:00Z", "derived"]);
  });
});

describe("an audit", () => {
  it("tells its events, which fit the contract, and keeps the run at the end", async () => {
    const { events, end } = await audit();
    expect(end).toEqual({ run: expect.stringMatching(/^[0-9a-f]{64}$/), audited: 2, failed: 0 });
    for (const event of events) expect(contract["audit.run"].event.parse(event)).toEqual(event);
    const told = events
      .filter((event) => event.kind !== "progress")
      .map((event) => (event.kind === "audited" ? event.depth : event.kind));
    expect(told).toEqual(["found", "config", "config", "full", "full"]);
    const kept = await store.run(end.run);
    expect(kept?.run.images.map(({ image: { id } }) => id).sort()).toEqual([api.id, cron.id].sort());
    expect((await handlers["audit.get"]({ image: api.id }))?.run).toBe(end.run);
    expect(await handlers["audit.get"]({ image: "sha256:gone" })).toBeNull();
  });

  it("shows the waivers of the state folder, and runs beside no broken file of them", async () => {
    const path = homeLayout(folder).waivers;
    await writeFile(
      path,
      `schema: plimsoll/waivers@1
waivers:
  - {id: known, control: "cis-docker:4.6", scope: {references: ["legacy/cron:*"]}, reason: a batch job, requester: Ana,
     created: 2026-11-01, approver: Ben, approved: 2026-11-02, until: 2027-01-31,
     rules: {benchmark: cis-docker, version: "${catalogues.rules.find(({ id }) => id === "cis-docker")?.version}"}}
`,
    );
    const { run } = (await audit()).end;
    const waived = (await store.run(run))?.run.images.map(({ image: { references }, findings, summary }) => [
      references[0],
      findings.flatMap(({ control, waiver }) => (waiver === undefined ? [] : [control, waiver.approver])),
      summary.waived,
    ]);
    expect(waived).toEqual([
      ["legacy/cron:1", ["cis-docker:4.6", "Ben"], 1],
      ["shop/api:7.2", [], 0],
    ]);
    await writeFile(path, "schema: plimsoll/waivers@1\nwaivers: [{control: no:1}]\n");
    expect(await failureIn(audit())).toMatchObject({ kind: "catalogue-invalid", file: path, line: 2 });
  });

  it("counts what was asked for and is not there as failed", async () => {
    const { end } = await audit([api.id, "nope:1"]);
    expect(end).toMatchObject({ audited: 1, failed: 1 });
  });

  it("that is cancelled keeps nothing", async () => {
    const abort = new AbortController();
    abort.abort(new DOMException("cancelled", "AbortError"));
    await expect(audit(null, abort.signal)).rejects.toMatchObject({ name: "AbortError" });
    expect(await store.runs()).toEqual([]);
  });
});

describe("a report", () => {
  const exported = async (run: string, language: Language = "en") => {
    const steps: string[] = [];
    const written = await handlers["report.export"](
      { run, language },
      ({ step }) => void steps.push(step),
      new AbortController().signal,
    );
    return { steps, ...written };
  };

  it("is written, signed and whole, into a folder of its own under reports", async () => {
    const { end } = await audit();
    const written = await exported(end.run, "de");
    expect(written.folder).toBe(join(folder, "reports", `20261123T100000Z-${end.run.slice(0, 8)}`));
    expect(written.report).toBe(join(written.folder, "report.pdf"));
    expect(written.steps).toEqual(["composing", "signing", "writing"]);
    expect((await readFile(written.report)).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await verifyPack(written.folder, null, signedAt)).integrity.answer).toBe("yes");
    expect((await store.run(end.run))?.run).toEqual(
      JSON.parse(await readFile(join(written.folder, "audit.json"), "utf8")),
    );
  });

  it("alone may be revealed, and only once it was written in this session", async () => {
    const { end } = await audit();
    const reports = join(folder, "reports");
    const expected = join(reports, `20261123T100000Z-${end.run.slice(0, 8)}`, "report.pdf");
    const reveal = (path: string) => handlers["report.reveal"]({ path });
    expect(await failureIn(reveal(expected))).toMatchObject({ kind: "usage" });
    const { report, folder: written } = await exported(end.run);
    await reveal(report);
    for (const path of ["/etc/passwd", written, join(written, "audit.json"), `${written}/../report.pdf`]) {
      expect(await failureIn(reveal(path))).toMatchObject({ kind: "usage" });
    }
    // Once by the export itself, once because it was asked for.
    expect(heard.revealed).toEqual([report, report]);
    // A new session knows nothing of it.
    handlers = createHandlers(deps());
    expect(await failureIn(reveal(report))).toMatchObject({ kind: "usage" });
  });

  it.each([["f".repeat(64)], ["../../etc"], [""]])(
    "of a run that is gone (%j) says so and writes nothing",
    async (run) => {
      await audit();
      expect(await failureIn(exported(run))).toEqual({
        kind: "usage",
        cause: "this audit is no longer kept; audit again",
      });
      await expect(access(join(folder, "reports"))).rejects.toMatchObject({ code: "ENOENT" });
    },
  );
});

describe("settings", () => {
  it("are changed in part, kept, and told to whoever listens", async () => {
    const changed = await handlers["settings.set"]({ appearance: "dark", language: undefined });
    expect(changed).toEqual({ ...defaultSettings, appearance: "dark" });
    expect(await handlers["settings.get"](null)).toEqual(changed);
    expect(heard.settings).toEqual([changed]);
  });

  it("name the language of the window, the system's where they leave it open", async () => {
    await handlers["app.info"](null);
    await handlers["settings.set"]({ language: "en" });
    await handlers["app.info"](null);
    expect(heard.languages).toEqual(["de", "en"]);
  });
});

describe("what else the window asks", () => {
  it("is the words of every control, in both languages", async () => {
    const controls = contract["controls.list"].out.parse(await handlers["controls.list"](null));
    const all = catalogues.rules.flatMap((set) => set.controls);
    expect(controls.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const { id, title, severityGround, rule, remediation } = all[0] ?? expect.fail("no control");
    expect(controls[0]).toEqual({ id, title, severityGround, rule, remediation });
  });

  it("is to copy a text", async () => {
    await handlers["clipboard.write"]({ text: "plimsoll audit shop/api:7.2" });
    expect(heard.copied).toEqual(["plimsoll audit shop/api:7.2"]);
  });
});

describe("waivers and answers", () => {
  const request = {
    control: "cis-docker:4.6",
    scope: { references: ["legacy/cron:*"] },
    reason: "a batch job",
    requester: "Ana",
    until: day("2027-01-31"),
  };
  const version = catalogues.rules.find(({ id }) => id === "cis-docker")?.version;

  it("are none where there is no file, and the user of this machine is named", async () => {
    const waivers = contract["waivers.list"].out.parse(await handlers["waivers.list"](null));
    expect(waivers).toEqual({
      file: homeLayout(folder).waivers,
      on: "2026-11-24",
      operator: "m.keller",
      approver: "required",
      maximumDays: 180,
      waivers: [],
      hygiene: [],
    });
    const { file, answers } = contract["answers.list"].out.parse(await handlers["answers.list"](null));
    expect([file, answers]).toEqual([homeLayout(folder).answers, []]);
    await expect(access(homeLayout(folder).waivers)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("are asked for, approved by another person, and stand beside the failure in the next audit", async () => {
    // Runs in the order in which they were made: the newest tells what waivers stood beside.
    let minute = 0;
    const now = () => `2026-11-24T06:0${minute++}:00Z`;
    handlers = createHandlers({ ...deps(), clock: { ...deps().clock, now } });
    const asked = await handlers["waivers.add"](contract["waivers.add"].in.parse(request));
    expect(asked).toMatchObject({ created: "2026-11-24", rules: { benchmark: "cis-docker", version } });
    expect(await failureIn(handlers["waivers.approve"]({ id: asked.id, by: " ana" }))).toMatchObject({ kind: "usage" });
    const waived = async () => {
      const { run } = (await audit([cron.id])).end;
      return (await store.run(run))?.run.images[0]?.summary.waived;
    };
    expect(await waived()).toBe(0);
    await handlers["waivers.approve"]({ id: asked.id, by: "Ben " });
    expect(await waived()).toBe(1);
    const list = contract["waivers.list"].out.parse(await handlers["waivers.list"](null));
    expect(list.waivers).toMatchObject([{ state: "applies", findings: 1, waiver: { approver: "Ben" } }]);
    expect(list.hygiene.map(({ kind }) => kind)).toEqual(["no-ticket"]);
    const renewed = await handlers["waivers.renew"]({ id: asked.id, by: "Ana", until: day("2027-03-31") });
    expect(renewed).toMatchObject({ until: "2027-03-31", renewals: [{ by: "Ana", approver: "Ben" }] });
    await handlers["waivers.revoke"]({ id: asked.id, by: "Ben", reason: "it has one now" });
    expect(await waived()).toBe(0);
    expect((await handlers["waivers.list"](null)).waivers).toMatchObject([
      { state: "revoked", why: { key: "policy.revoked" }, findings: 0 },
    ]);
  });

  it("that stand beside nothing are named", async () => {
    const { id } = await handlers["waivers.add"]({ ...request, scope: { references: ["gone/**"] }, ticket: "T-1" });
    await handlers["waivers.approve"]({ id, by: "Ben" });
    await audit([cron.id]);
    const { hygiene } = await handlers["waivers.list"](null);
    expect(hygiene.map(({ kind, waivers }) => [kind, waivers])).toEqual([["matches-nothing", [id]]]);
  });

  it("are answered by a person until a day, and taken back", async () => {
    const given = await handlers["answers.add"](
      contract["answers.add"].in.parse({
        control: "cis-docker:4.2",
        subject: { digests: [cron.id] },
        status: "not-applicable",
        by: "Ana",
        until: "2027-02-01",
        note: "built from scratch",
        attachment: { name: "review.pdf", sha256: "ab".repeat(32) },
      }),
    );
    expect(given).toMatchObject({ on: "2026-11-24", attachment: { name: "review.pdf" } });
    expect((await handlers["answers.list"](null)).answers).toEqual([{ answer: given, state: "holds" }]);
    expect((await handlers["answers.revoke"]({ id: given.id, by: "Ben", reason: undefined })).revoked).toEqual({
      by: "Ben",
      on: "2026-11-24",
    });
    expect((await handlers["answers.list"](null)).answers[0]?.state).toBe("revoked");
    expect(await failureIn(handlers["answers.revoke"]({ id: given.id, by: "Ben" }))).toMatchObject({ kind: "usage" });
  });

  it("are refused where the rules or the file do not allow them, and nothing is written", async () => {
    const { waivers: path } = homeLayout(folder);
    expect(await failureIn(handlers["waivers.add"]({ ...request, control: "no:1" }))).toEqual({
      kind: "usage",
      cause: "there is no control no:1",
    });
    expect(await failureIn(handlers["waivers.add"]({ ...request, until: day("2028-01-01") }))).toMatchObject({
      kind: "usage",
    });
    await expect(access(path)).rejects.toMatchObject({ code: "ENOENT" });
    const broken = "schema: plimsoll/waivers@1\nwaivers: [{control: no:1}]\n";
    await writeFile(path, broken);
    for (const work of [handlers["waivers.list"](null), handlers["waivers.add"](request)])
      expect(await failureIn(work)).toMatchObject({ kind: "catalogue-invalid", file: path, line: 2 });
    expect(await readFile(path, "utf8")).toBe(broken);
  });

  it.each([
    ["no reason", "waivers.add", { ...request, reason: " " }],
    ["no scope", "waivers.add", { ...request, scope: {} }],
    ["no day", "waivers.add", { ...request, until: "2027-02-30" }],
    ["more than a request says", "waivers.add", { ...request, approver: "Ben" }],
    ["a status that a person cannot give", "answers.add", { control: "cis-docker:4.2", status: "error" }],
    ["no name", "waivers.approve", { id: "w-1", by: "" }],
    ["a path for an id", "answers.revoke", { id: "../../etc", by: "Ben" }],
  ] as const)("are not asked for with %s", (_name, channel, input) => {
    expect(contract[channel].in.safeParse(input).success).toBe(false);
  });
});
