// The one window: sandboxed, isolated, without Node, drawn in the paper colour until the page is there.
import { join } from "node:path";
import { BrowserWindow, nativeTheme } from "electron";
import { appOrigin } from "./app-address.ts";

/** Makes the main window, still empty; `load` brings the app's own page once the bridge is served. A hidden one waits for `show`. */
export function openWindow(bundle: string, isHidden = false): { window: BrowserWindow; load: () => Promise<void> } {
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: "Plimsoll",
    icon: join(bundle, "assets", "icons", "icon.png"),
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#10151F" : "#FBFAF7",
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(bundle, "preload.cjs"),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: process.env["PLIMSOLL_DEVTOOLS"] === "1",
    },
  });
  if (!isHidden) window.once("ready-to-show", () => window.show());
  return { window, load: () => window.loadURL(`${appOrigin}/index.html`) };
}
