// The desktop's composition root: the order in which the app comes up is visible in `start`. Nothing imports this file.
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { app, type BrowserWindow, clipboard, dialog, nativeTheme, shell } from "electron";
import type { AppInfo } from "../../shared/ipc/contract.ts";
import { FailureError, failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import type { SourceSpec } from "../../shared/model/source-spec.ts";
import type { Settings } from "../../shared/settings.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { type Catalogues, loadCatalogues } from "../catalogues.ts";
import { needsPassphrase, openIdentity } from "../evidence/signing/local-identity.ts";
import type { Signer } from "../evidence/signing/signer.ts";
import { languageOf, thisHost } from "../host.ts";
import { openAuditStore } from "../store/audits.ts";
import { type Home, homeFolder, openHome } from "../store/home.ts";
import { systemClock } from "../system-clock.ts";
import { digest, version } from "../version.ts";
import { registerAppScheme, serveApp } from "./app-protocol.ts";
import { createHandlers } from "./ipc/handlers.ts";
import { serveBridge } from "./ipc/serve.ts";
import { keptDecisions } from "./kept-decisions.ts";
import { startScanProcess } from "./scan-process.ts";
import { closeNavigation, closeSession, enforceSandbox } from "./security.ts";
import { openDesktopSettings } from "./settings-electron-store.ts";
import { openWindow } from "./window.ts";

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

if (app.requestSingleInstanceLock()) {
  closeNavigation();
  app.on("window-all-closed", () => app.quit());
  app.whenReady().then(start).catch(fail);
} else app.quit();

async function start(): Promise<void> {
  closeSession();
  serveApp(join(bundle, "renderer"));
  const [home, catalogues] = await Promise.all([openHome(homePath), loadCatalogues(join(bundle, "assets"))]);
  const { settings, setAside } = await openDesktopSettings(home.folder, clock.today());
  if (setAside !== null) report(`the settings did not parse; they were set aside as ${setAside}`);
  applyAppearance(settings.get());

  const systemLanguage = app.getLocale().startsWith("de") ? "de" : languageOf(process.env);
  const scan = startScanProcess(join(bundle, "worker.cjs"), home.cache, report);
  const { window, load } = openWindow(bundle);
  const host = thisHost();
  const bridge = serveBridge(
    window.webContents,
    createHandlers({
      ...catalogues,
      info: (language) => appInfo(catalogues, language),
      scanner: (source) => scan.scanner(source),
      store: openAuditStore(home.audits),
      decisions: () => keptDecisions(home, catalogues.rules),
      files: home,
      settings,
      settingsChanged: (changed) => {
        applyAppearance(changed);
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
    }),
    report,
  );
  window.on("closed", () => {
    bridge.cancelAll();
    scan.stop();
  });
  app.on("second-instance", () => comeForward(window));
  await load();
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

function applyAppearance({ appearance }: Settings): void {
  nativeTheme.themeSource = appearance;
}

function comeForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** The app cannot come up: say why in one line, where a person sees it, and end. */
function fail(error: unknown): void {
  const line = sayFailure(failureOf(error));
  report(line);
  if (process.env["PLIMSOLL_NO_DIALOG"] !== "1") dialog.showErrorBox("Plimsoll", line);
  app.exit(2);
}
