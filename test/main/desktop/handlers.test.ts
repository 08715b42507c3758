// The handlers over real parts: a scanner of images in memory, a store and a key in a temporary folder.
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { createHandlers, type HandlerDeps } from "../../../main/desktop/ipc/handlers.ts";
import type { Signer } from "../../../main/evidence/signing/signer.ts";
import { verifyPack } from "../../../main/evidence/verify/verify-pack.ts";
import { type AuditStore, openAuditStore } from "../../../main/store/audits.ts";
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
let heard: { settings: Settings[]; revealed: string[]; copied: string[]; languages: Language[] };
let handlers: Handlers<AbortSignal>;
beforeEach(async () => {
  folder = await mkdtemp(join(root, "home-"));
  store = openAuditStore(join(folder, "audits"));
  heard = { settings: [], revealed: [], copied: [], languages: [] };
  handlers = createHandlers(deps());
});

function deps(): HandlerDeps {
  let stored: unknown = {};
  return {
    ...catalogues,
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
