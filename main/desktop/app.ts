// The desktop's composition root: the order in which the app comes up is visible in `start`. Nothing imports this file.
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import {
  app,
  type BrowserWindow,
  clipboard,
  dialog,
  Notification,
  nativeTheme,
  powerMonitor,
  shell,
  systemPreferences,
} from "electron";
import type { AppInfo } from "../../shared/ipc/contract.ts";
import { FailureError, failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import type { Settings } from "../../shared/settings.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { say } from "../../shared/wording/say.ts";
import type { Catalogues } from "../catalogues.ts";
import { keptPacks } from "../data/pack.ts";
import { needsPassphrase, openIdentity } from "../evidence/signing/local-identity.ts";
import type { Signer } from "../evidence/signing/signer.ts";
import { languageOf, thisHost } from "../host.ts";
import { openAuditStore } from "../store/audits.ts";
import { type Home, homeFolder, openHome } from "../store/home.ts";
import { openReminderMemory } from "../store/reminder-memory.ts";
import { systemClock } from "../system-clock.ts";
import { digest, version } from "../version.ts";
import { registerAppScheme, serveApp } from "./app-protocol.ts";
import { autostartPath } from "./autostart-entry.ts";
import { onClockNotice } from "./clock-notices.ts";
import { keepData } from "./data-keeper.ts";
import { dataRefresher } from "./data-refresher.ts";
import { createHandlers } from "./ipc/handlers.ts";
import { serveBridge } from "./ipc/serve.ts";
import { keptDecisions } from "./kept-decisions.ts";
import { autostartLoginItem, hiddenArgument, type LoginItem, noLoginItem, systemLoginItem } from "./login-item.ts";
import { systemNotifier } from "./notifications.ts";
import { remind } from "./reminding.ts";
import { startScanProcess } from "./scan-process.ts";
import { closeNavigation, closeSession, enforceSandbox } from "./security.ts";
import { openDesktopSettings } from "./settings-electron-store.ts";
import { appTray } from "./tray.ts";
import { openWindow } from "./window.ts";
import { stayWhenClosed } from "./window-stay.ts";

/** Electron of today; an older major is the stand-in runtime of the set-up scripts, which the window then says. */
const currentMajor = 45;

const bundle = __dirname;
const instant = (): Date => new Date();
const clock = systemClock(instant, process.env["SOURCE_DATE_EPOCH"]);
const tool = digest === "" ? { version } : { version, digest };
const report = (line: string): void => void process.stderr.write(`plimsoll: ${line}\n`);

enforceSandbox();
registerAppScheme();
const homePath = homeFolder(process.env["PLIMSOLL_HOME"]);
// Chromium's own files stay apart from ours.
app.setPath("userData", join(homePath, "window"));
// Without it Windows shows no notifications.
if (process.platform === "win32") app.setAppUserModelId("eu.plimsoll.desktop");

if (app.requestSingleInstanceLock()) {
  closeNavigation();
  app.on("window-all-closed", () => app.quit());
  app.whenReady().then(start).catch(fail);
} else app.quit();

async function start(): Promise<void> {
  closeSession();
  serveApp(join(bundle, "renderer"));
  const home = await openHome(homePath);
  const data = await keepData({
    assets: join(bundle, "assets"),
    home,
    packs: await keptPacks(home.packs),
    today: clock.today,
    instant,
    version,
    changed: () => {
      reminding.changed();
      bridge.notify("data.changed", null);
    },
  });
  const catalogues = data.current();
  for (const note of catalogues.notes) report(say(note, "en"));
  const { settings, setAside } = await openDesktopSettings(home.folder, clock.today());
  if (setAside !== null) report(`the settings did not parse; they were set aside as ${setAside}`);
  applyAppearance(settings.get());

  const systemLanguage = app.getLocale().startsWith("de") ? "de" : languageOf(process.env);
  const scan = startScanProcess(join(bundle, "worker.cjs"), home.cache, report);
  const store = openAuditStore(home.audits);
  const icon = join(bundle, "assets", "icons", "icon.png");
  const openReminders = (): void => {
    comeForward(window);
    bridge.notify("reminders.open", null);
  };
  const language = (): Language => {
    const { language: chosen } = settings.get();
    return chosen === "system" ? systemLanguage : chosen;
  };
  const tray = appTray(icon, { open: () => comeForward(window), openReminders, quit: () => app.quit() });
  const reminding = remind({
    ...catalogues,
    lifecycle: () => data.current().lifecycle,
    fresh: () => data.fresh(),
    files: home,
    store,
    settings: settings.get,
    memory: openReminderMemory(home.reminders),
    today: () => {
      readZoneAgain();
      return clock.today();
    },
    instant,
    after: later,
    notifier: systemNotifier(Notification, icon, openReminders),
    tray,
    login: loginItem(),
    language,
    notify: (due) => bridge.notify("reminders.changed", due),
    report,
  });
  const { window, load } = openWindow(bundle, isStartedHidden() && tray.state().shown);
  const refresher = dataRefresher({
    isWanted: () => settings.get().dataRefresh === "daily",
    refresh: (signal) => data.refresh(false, signal),
    after: later,
    looked: () => bridge.notify("data.changed", null),
    report,
  });
  const host = thisHost();
  const bridge = serveBridge(
    window.webContents,
    createHandlers({
      ...catalogues,
      get lifecycle() {
        return data.current().lifecycle;
      },
      info: (language) => appInfo(data.current(), language),
      scanner: (source) => scan.scanner(source),
      store: reminding.afterKeeping(store),
      decisions: async () => {
        await data.fresh();
        return keptDecisions(home, catalogues.rules);
      },
      data,
      chooseDataFile: () => chooseDataFile(window),
      files: home,
      settings,
      settingsChanged: (changed) => {
        applyAppearance(changed);
        reminding.settingsChanged(changed);
        refresher.check();
        bridge.notify("settings.changed", changed);
      },
      clock,
      instant,
      tool,
      openSigner: () => openSigner(home),
      folders: { reports: home.reports, fonts: join(bundle, "fonts"), assets: join(bundle, "assets") },
      host: { name: host.name, os: host.os },
      operator: host.user,
      systemLanguage,
      reveal: (path) => shell.showItemInFolder(path),
      copy: (text) => clipboard.writeText(text),
      reminders: reminding.handlers,
      chooseCalendarFile: (name) => chooseCalendarFile(window, name),
    }),
    report,
  );
  window.on("closed", () => {
    bridge.cancelAll();
    scan.stop();
    reminding.stop();
    refresher.stop();
  });
  stayWhenClosed(app, window, () => tray.state().shown);
  app.on("second-instance", (_event, argv) => {
    // A login that finds the app running already asks for no window.
    if (!argv.includes(hiddenArgument)) comeForward(window);
  });
  app.on("activate", () => comeForward(window));
  powerMonitor.on("resume", reminding.check);
  powerMonitor.on("resume", refresher.check);
  app.on("browser-window-focus", reminding.check);
  onClockNotice(process.platform, window, systemPreferences, reminding.check);
  await load();
  reminding.start();
  refresher.start();
}

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

function appInfo(catalogues: Catalogues, language: Language): AppInfo {
  return {
    version,
    electron: process.versions["electron"] ?? "",
    chromium: process.versions["chrome"] ?? "",
    oldRuntime: Number.parseInt(process.versions["electron"] ?? "0", 10) < currentMajor,
    today: clock.today(),
    timeZone: clock.zone(),
    rules: catalogues.rules.map((rule) => ({
      benchmark: rule.id,
      edition: rule.edition,
      ...(rule.date === undefined ? {} : { date: rule.date }),
      ...(rule.supersededBy === undefined ? {} : { supersededBy: rule.supersededBy }),
      version: rule.version,
      digest: rule.digest,
    })),
    lifecycle: { source: catalogues.lifecycle.source, date: catalogues.lifecycle.date },
    language,
    source: sourceOfArguments(process.argv),
  };
}

/** `--sample`, `--archive=FILE`, `--context=NAME`, `--engine=URL`: what the window opens on; else the local engine. */
function sourceOfArguments(argv: readonly string[]): SourceSpec {
  const argument = (name: string): string | undefined =>
    argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const archive = argument("archive");
  if (archive !== undefined) return { kind: "archive", path: resolve(process.env["INIT_CWD"] ?? homedir(), archive) };
  if (argv.includes("--sample")) return { kind: "sample" };
  const context = argument("context");
  const url = argument("engine");
  return { kind: "engine", ...(context === undefined ? {} : { context }), ...(url === undefined ? {} : { url }) };
}

async function openSigner(home: Home): Promise<Signer> {
  const folder = join(home.keys, "default");
  if (await needsPassphrase(folder)) {
    throw new FailureError({
      kind: "key-unusable",
      path: folder,
      cause:
        "it has a passphrase, which this window cannot ask for yet; sign with plimsoll audit --output on the command line",
    });
  }
  return openIdentity({ folder, name: "default", passphrase: null, now: instant(), create: true });
}

/** The system's dialog for saving; the page never names a path. */
async function chooseCalendarFile(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath("documents"), name),
    filters: [{ name: "iCalendar", extensions: ["ics"] }],
  });
  return canceled || filePath === undefined || filePath === "" ? null : filePath;
}

/** The system's dialog for opening. */
async function chooseDataFile(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ["openFile"],
    filters: [
      { name: "JSON", extensions: ["json", "gz"] },
      { name: "*", extensions: ["*"] },
    ],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

function applyAppearance({ appearance }: Settings): void {
  nativeTheme.themeSource = appearance;
}

function comeForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** At login the app comes up in the tray; macOS says by itself why it started. */
function isStartedHidden(): boolean {
  if (process.platform === "darwin") return app.getLoginItemSettings().wasOpenedAtLogin;
  return process.argv.includes(hiddenArgument);
}

/** How this platform is asked to start the app at login, and what it is to start. */
function loginItem(): LoginItem {
  // An AppImage runs from a mount that is gone at the next login; a checkout is an argument of its Electron.
  const program = process.env["APPIMAGE"] || process.execPath;
  const command = { program, args: [...(app.isPackaged ? [] : [app.getAppPath()]), hiddenArgument] };
  if (process.platform === "darwin" || process.platform === "win32") {
    return systemLoginItem(app, process.platform, command);
  }
  if (process.platform !== "linux") return noLoginItem;
  return autostartLoginItem(autostartPath(process.env["XDG_CONFIG_HOME"], homedir()), command);
}

/** Has the engine ask the system for its zone again, which it else does once: a traveller's day changes while the app runs. */
function readZoneAgain(): void {
  const zone = process.env["TZ"];
  if (zone === undefined) delete process.env["TZ"];
  else process.env["TZ"] = zone;
}

/** The app cannot come up: say why in one line, where a person sees it, and end. */
function fail(error: unknown): void {
  const line = sayFailure(failureOf(error));
  report(line);
  if (process.env["PLIMSOLL_NO_DIALOG"] !== "1") dialog.showErrorBox("Plimsoll", line);
  app.exit(2);
}
