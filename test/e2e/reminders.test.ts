// Reminders in the real app: listed, told once over two starts, done for good; tray and start at login off until asked for.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { openCliSettings } from "../../main/cli/settings-conf.ts";
import { openAuditStore } from "../../main/store/audits.ts";
import { homeLayout } from "../../main/store/home.ts";
import type { DesktopState } from "../../shared/ipc/reminders.ts";
import { factsWith } from "../support/facts.ts";
import { missingTools } from "../support/installed-tools.ts";
import { auditWith, idOf, runWith } from "../support/kept-run.ts";
import { launchApp, readyApp } from "../support/launch-app.ts";
import { type NotificationBus, startNotificationBus } from "../support/notification-bus.ts";

let home = "";
let config = "";
let app: ElectronApplication | null = null;
let bus: NotificationBus | null = null;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "plimsoll-reminders-"));
  config = join(home, "desktop-config");
});
afterEach(async () => {
  await app?.close();
  app = null;
  await bus?.stop();
  bus = null;
  await rm(home, { recursive: true, force: true });
});

/** Keeps the audit of an image on Debian 10, whose ends lie in the past on whatever day this runs. */
async function keepOldImage(): Promise<void> {
  const os = { id: "debian", versionId: "10", prettyName: "Debian 10", product: "debian", cycle: "10" };
  const facts = factsWith({ os: { ...os, evidence: "/etc/os-release", release: {} } });
  const audit = { ...auditWith(idOf("a"), ["legacy/cron:1"], []), facts };
  await openAuditStore(homeLayout(home).audits).keep(runWith([audit]));
  // The age of the audit depends on the day of the test.
  (await openCliSettings(home, "2026-11-24")).settings.set({ auditAgeDays: null });
}

async function open(ctx: TestContext, args: readonly string[] = []): Promise<Page> {
  const env = {
    DOCKER_HOST: `unix://${join(home, "no.sock")}`,
    XDG_CONFIG_HOME: config,
    ...(bus === null ? {} : { DBUS_SESSION_BUS_ADDRESS: bus.address }),
  };
  app = await launchApp(readyApp(ctx), { home, args, env });
  const page = await app.firstWindow();
  await page.waitForLoadState("domcontentloaded");
  return page;
}

const ask = (page: Page, channel: string, input: unknown): Promise<{ ok: boolean; value: unknown }> =>
  page.evaluate(
    ([name, value]) =>
      (window as unknown as { plimsoll: { ask(c: unknown, i: unknown): Promise<never> } }).plimsoll.ask(name, value),
    [channel, input] as const,
  );

async function stateOf(page: Page): Promise<DesktopState> {
  return (await ask(page, "desktop.state", null)).value as DesktopState;
}

async function openList(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Reminders/ }).click();
  await page.getByRole("heading", { name: "Reminders", level: 1 }).waitFor();
}

const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe("reminders in the app", () => {
  it("lists what is due, and keeps what was done over a restart", async (ctx) => {
    await keepOldImage();
    const page = await open(ctx);
    await page.getByRole("link", { name: /^Reminders \d+ due$/ }).waitFor();
    await openList(page);
    const due = page.getByRole("region", { name: /^Due/ }).first();
    const row = due.getByRole("row", { name: /Debian 10.*end of support/ });
    await row.getByText("legacy/cron:1").waitFor();
    await row.getByRole("button", { name: /^Done:/ }).click();
    await page.getByText(/^Done: .*Debian 10/).waitFor();
    await app?.close();

    const again = await open(ctx);
    await openList(again);
    const done = again.getByRole("region", { name: /^Done 1/ }).first();
    await done.getByRole("row", { name: /Debian 10.*end of support/ }).waitFor();
    const left = again.getByRole("region", { name: /^Due/ }).first();
    expect(await left.getByRole("row", { name: /Debian 10.*end of support/ }).count()).toBe(0);
  });

  it("asks the desktop for a notification once over two starts", async (ctx) => {
    const missing = await missingTools(["dbus-daemon"]);
    if (missing !== null) return ctx.skip(missing);
    bus = await startNotificationBus();
    await keepOldImage();
    const page = await open(ctx);
    if (!(await stateOf(page)).notifications) return ctx.skip("not installed: libnotify4");
    await until(() => (bus?.titles.length ?? 0) > 0, "a notification");
    const told = JSON.parse(await readFile(homeLayout(home).reminders, "utf8")) as { notified: object };
    const toldOnce = Object.keys(told.notified).length;
    expect(toldOnce).toBeGreaterThan(0);
    const titles = [...bus.titles];
    expect(new Set(titles).size).toBe(titles.length);
    await app?.close();

    const again = await open(ctx);
    await again.getByRole("link", { name: /^Reminders \d+ due$/ }).waitFor();
    // The sample comes after whatever the start had to tell.
    expect((await ask(again, "reminders.sample", null)).ok).toBe(true);
    await until(() => bus?.titles.at(-1)?.includes("what a reminder looks like") === true, "the sample");
    expect(bus.titles.slice(0, -1)).toEqual(titles);
    const later = JSON.parse(await readFile(homeLayout(home).reminders, "utf8")) as { notified: object };
    expect(Object.keys(later.notified)).toHaveLength(toldOnce);
  });
});

describe("tray and start at login", () => {
  it("are off until asked for, then there, and gone when switched off again", async (ctx) => {
    if (process.platform !== "linux") return ctx.skip("the autostart file is Linux's");
    const file = join(config, "autostart", "plimsoll.desktop");
    const page = await open(ctx, ["--sample"]);
    expect(await stateOf(page)).toMatchObject({ tray: { shown: false }, login: { possible: true, on: false, file } });
    expect(existsSync(file)).toBe(false);

    await page.getByRole("link", { name: "Settings" }).click();
    const box = (name: string) => page.getByRole("group", { name }).getByRole("checkbox");
    await box("Start at login").check();
    await page.getByText(file).waitFor();
    const entry = await readFile(file, "utf8");
    expect(entry).toMatch(/^\[Desktop Entry\]\nType=Application\n/);
    expect(entry).toMatch(/^Exec=.*--hidden$/m);
    await box("Tray").check();
    await until(async () => (await stateOf(page)).tray.shown, "the tray");

    // Closing hides the window now, and the app goes on.
    await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await until(
      async () => (await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())) === false,
      "a hidden window",
    );
    expect((await stateOf(page)).tray.shown).toBe(true);
    await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());

    await box("Start at login").uncheck();
    await until(() => !existsSync(file), "the entry to be gone");
    await box("Tray").uncheck();
    await until(async () => !(await stateOf(page)).tray.shown, "no tray");
    const ended = new Promise((resolve) => app?.process().once("exit", resolve));
    await app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await ended;
    app = null;
  });

  it("a start at login comes up in the tray, without its window", async (ctx) => {
    (await openCliSettings(home, "2026-11-24")).settings.set({ tray: true });
    const page = await open(ctx, ["--sample", "--hidden"]);
    await page.getByRole("link", { name: /^Reminders/ }).waitFor({ state: "attached" });
    await page.waitForTimeout(500);
    const isVisible = () => app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    expect(await isVisible()).toBe(false);
    await app?.close();

    // Where no tray is wanted, it shows its window: else nothing would.
    (await openCliSettings(home, "2026-11-24")).settings.set({ tray: false });
    await open(ctx, ["--sample", "--hidden"]);
    await until(async () => (await isVisible()) === true, "the window");
  });
});
