// Reminders in the app, put together over a real state folder: what is planned, told, done and said of the platform.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { reminderHandlers } from "../../../main/desktop/ipc/reminder-handlers.ts";
import { autostartLoginItem } from "../../../main/desktop/login-item.ts";
import { type Reminding, remind } from "../../../main/desktop/reminding.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import { homeLayout } from "../../../main/store/home.ts";
import { openReminderMemory } from "../../../main/store/reminder-memory.ts";
import { contract } from "../../../shared/ipc/contract.ts";
import type { DueReminders } from "../../../shared/ipc/reminders.ts";
import type { Audit } from "../../../shared/model/audit.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { defaultSettings, type Settings } from "../../../shared/settings.ts";
import { factsWith } from "../../support/facts.ts";
import { auditWith, day, idOf, runWith } from "../../support/kept-run.ts";

const catalogues = await loadCatalogues("assets");
const today = day("2026-11-24");

let folder = "";
let settings: Settings;
let heard: { due: DueReminders[]; shown: string[]; tray: (boolean | string)[]; lines: string[] };
let takesNotifications: boolean;
let ownDates: FailureError | null;
let app: Reminding;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "plimsoll-reminding-"));
  settings = { ...defaultSettings, auditAgeDays: null };
  heard = { due: [], shown: [], tray: [], lines: [] };
  takesNotifications = true;
  ownDates = null;
  app = open();
});
afterEach(async () => {
  app.stop();
  // A plan that a test did not wait for may still write.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
});

function open(on = today): Reminding {
  const files = homeLayout(folder);
  return remind({
    files,
    store: openAuditStore(files.audits),
    rules: catalogues.rules,
    lifecycle: () => catalogues.lifecycle,
    fresh: async () => {
      if (ownDates !== null) throw ownDates;
    },
    settings: () => settings,
    memory: openReminderMemory(files.reminders),
    today: () => on,
    instant: () => new Date("2026-11-24T09:00:00Z"),
    after: () => () => undefined,
    notifier: {
      isSupported: () => takesNotifications,
      show: ({ title, body }) => void heard.shown.push(`${title} | ${body}`),
    },
    tray: {
      set: (wanted) => void heard.tray.push(wanted),
      say: (due, language) => void heard.tray.push(`${due} ${language}`),
      state: () => ({ shown: settings.tray }),
    },
    login: autostartLoginItem(join(folder, "autostart", "plimsoll.desktop"), { program: "/opt/plimsoll", args: [] }),
    language: () => (settings.language === "de" ? "de" : "en"),
    notify: (due) => void heard.due.push(due),
    report: (line) => void heard.lines.push(line),
  });
}

const handlersOf = (reminding: Reminding) =>
  reminderHandlers({ clock: { today: () => today }, reminders: reminding.handlers });

async function list(reminding = app) {
  return contract["reminders.list"].out.parse(await handlersOf(reminding)["reminders.list"](null));
}

/** An image of a Debian release. */
function debian(version: string, digit: string, name: string): Audit {
  const os = {
    id: "debian",
    versionId: version,
    prettyName: `Debian ${version}`,
    evidence: "/etc/os-release",
    release: {},
  };
  return {
    ...auditWith(idOf(digit), [name], []),
    facts: factsWith({ os: { ...os, product: "debian", cycle: version } }),
  };
}

function keep(...audits: Audit[]): Promise<string> {
  return app.afterKeeping(openAuditStore(homeLayout(folder).audits)).keep(runWith(audits));
}

describe("the list", () => {
  it("is empty, and says that nothing is kept", async () => {
    expect(await list()).toMatchObject({ on: today, reminders: [], images: 0, failures: [], unreadCount: 0 });
    expect(heard.due).toEqual([{ due: 0 }]);
    expect(heard.shown).toEqual([]);
  });

  it("holds what a kept audit brings, told once over two starts", async () => {
    await keep(debian("10", "a", "legacy/cron:1"), debian("10", "b", "legacy/web:1"));
    const { reminders, images } = await list();
    expect(images).toBe(2);
    const due = reminders.filter(({ state }) => state === "due");
    expect(due.map(({ subject }) => [subject.label, subject.images])).toEqual([
      [expect.stringContaining("Debian"), ["legacy/cron:1", "legacy/web:1"]],
    ]);
    expect(heard.shown).toHaveLength(1);
    expect(heard.due.at(-1)).toEqual({ due: 1 });
    app.stop();
    await list(open(day("2026-11-25")));
    expect(heard.shown).toHaveLength(1);
  });

  it("keeps what was done and snoozed over a restart, and takes it back", async () => {
    await keep(debian("10", "a", "legacy/cron:1"));
    const [due] = (await list()).reminders.filter(({ state }) => state === "due");
    const ids = [due?.id ?? ""];
    const stateOf = async () => (await list(open())).reminders.find(({ id }) => id === ids[0])?.state;
    await handlersOf(app)["reminders.done"]({ ids });
    expect(await stateOf()).toBe("done");
    await handlersOf(app)["reminders.undo"]({ ids });
    expect(await stateOf()).toBe("due");
    await handlersOf(app)["reminders.snooze"]({ ids, until: day("2026-12-01") });
    expect(await stateOf()).toBe("snoozed");
    await expect(handlersOf(app)["reminders.snooze"]({ ids, until: today })).rejects.toThrow("after today");
  });

  it("counts anew after something was done", async () => {
    await keep(debian("10", "a", "legacy/cron:1"));
    const [due] = (await list()).reminders.filter(({ state }) => state === "due");
    await handlersOf(app)["reminders.done"]({ ids: [due?.id ?? ""] });
    await list();
    expect(await handlersOf(app)["reminders.due"](null)).toEqual({ due: 0 });
    expect(heard.tray).toContain("0 en");
  });

  it("goes on beside a file that is at fault, and names it", async () => {
    await keep(debian("10", "a", "legacy/cron:1"));
    // The plan that the audit began is over.
    await list();
    await writeFile(homeLayout(folder).waivers, "schema: plimsoll/waivers@1\nwaivers: [{id: 1}]\n");
    await writeFile(homeLayout(folder).entitlements, "nonsense: [\n");
    ownDates = new FailureError({ kind: "usage", cause: "lifecycle.yaml, line 3: no such day" });
    const { reminders, failures } = await list();
    expect(reminders.some(({ state }) => state === "due")).toBe(true);
    expect(failures).toHaveLength(3);
    expect(JSON.stringify(failures)).toContain("lifecycle.yaml");
    expect(JSON.stringify(failures)).toContain("waivers.yaml");
    expect(JSON.stringify(failures)).toContain("entitlements.yaml");
  });

  it("says where a broken memory went, and why nothing can be planned without a readable store", async () => {
    await writeFile(homeLayout(folder).reminders, "{");
    expect((await list()).setAside).toContain("reminders.broken-1.json");
    await writeFile(homeLayout(folder).audits, "a file where a folder should be");
    await expect(list()).rejects.toThrow();
    expect(heard.due.at(-1)).toMatchObject({ due: null, failure: { kind: "state-unusable" } });
    expect(heard.lines.at(-1)).toMatch(/^reminders: /);
  });
});

describe("settings", () => {
  it("decide when and whether it is told", async () => {
    settings = { ...settings, notifications: false };
    app.stop();
    app = open();
    await keep(debian("10", "a", "legacy/cron:1"));
    await list();
    expect(heard.shown).toEqual([]);
    settings = { ...settings, notifications: true, language: "de" };
    app.settingsChanged(settings);
    await list();
    expect(heard.shown).toEqual([expect.stringContaining("Support endete am")]);
  });

  it("plan anew when lead times change, and not for the looks of the window", async () => {
    await keep(debian("13", "a", "shop/api:7.2"));
    await list();
    const plans = heard.due.length;
    settings = { ...settings, density: "compact" };
    app.settingsChanged(settings);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.due.length).toBe(plans);
    settings = { ...settings, reminderLeads: [3650] };
    app.settingsChanged(settings);
    const { reminders } = await list();
    expect(heard.due.length).toBeGreaterThan(plans);
    expect(new Set(reminders.map(({ lead }) => lead)).size).toBe(1);
  });

  it("leave tray and login alone until they are asked for", async () => {
    const file = join(folder, "autostart", "plimsoll.desktop");
    expect(heard.tray[0]).toBe(false);
    const off = contract["desktop.state"].out.parse(await handlersOf(app)["desktop.state"](null));
    expect(off).toEqual({ notifications: true, tray: { shown: false }, login: { possible: true, on: false, file } });
    settings = { ...settings, tray: true, startAtLogin: true };
    app.settingsChanged(settings);
    expect(await handlersOf(app)["desktop.state"](null)).toMatchObject({ tray: { shown: true }, login: { on: true } });
    expect(await readFile(file, "utf8")).toContain("Exec=/opt/plimsoll\n");
    expect(heard.tray).toContain(true);
    settings = { ...settings, startAtLogin: false };
    app.settingsChanged(settings);
    expect(await handlersOf(app)["desktop.state"](null)).toMatchObject({ login: { on: false } });
  });

  it("say why the start at login could not be written", async () => {
    await writeFile(join(folder, "autostart"), "");
    settings = { ...settings, startAtLogin: true };
    app.settingsChanged(settings);
    expect(await handlersOf(app)["desktop.state"](null)).toMatchObject({
      login: { on: false, failure: { kind: "not-writable" } },
    });
  });
});

it("a sample is shown, or it is said that the system takes none", async () => {
  await handlersOf(app)["reminders.sample"](null);
  expect(heard.shown).toEqual([expect.stringContaining("this is what a reminder looks like")]);
  takesNotifications = false;
  expect(await handlersOf(app)["desktop.state"](null)).toMatchObject({ notifications: false });
});
