// The icon in the system's tray: off until asked for. While it is there, closing the window keeps the app running.
import { Menu, nativeImage, Tray } from "electron";
import type { DesktopState } from "../../shared/ipc/reminders.ts";
import { failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { trayMenu } from "./tray-menu.ts";

export interface TrayActions {
  readonly open: () => void;
  readonly openReminders: () => void;
  readonly quit: () => void;
}

export interface AppTray {
  /** Shows it or takes it away; what failed is in the state. */
  set(wanted: boolean): void;
  /** What its menu says. */
  say(due: number | null, language: Language): void;
  state(): DesktopState["tray"];
}

/** `icon` is the path of the app's picture, drawn small. */
export function appTray(icon: string, actions: TrayActions): AppTray {
  let tray: Tray | null = null;
  let state: DesktopState["tray"] = { shown: false };
  let words = trayMenu(null, "en");

  function dress(): void {
    if (tray === null) return;
    tray.setToolTip(words.tooltip);
    // Linux shows changes only of a menu that is set anew.
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: words.open, click: actions.open },
        { label: words.due, click: actions.openReminders },
        { type: "separator" },
        { label: words.quit, click: actions.quit },
      ]),
    );
  }

  return {
    set(wanted) {
      if (wanted === (tray !== null)) return;
      if (tray !== null) {
        tray.destroy();
        tray = null;
        state = { shown: false };
        return;
      }
      try {
        tray = new Tray(smallIcon(icon));
        tray.on("click", actions.open);
        dress();
        state = { shown: true };
      } catch (error) {
        tray = null;
        state = { shown: false, failure: failureOf(error) };
      }
    },
    say(due, language) {
      words = trayMenu(due, language);
      dress();
    },
    state: () => state,
  };
}

function smallIcon(path: string): Electron.NativeImage {
  const size = process.platform === "linux" ? 24 : 16;
  return nativeImage.createFromPath(path).resize({ width: size, height: size, quality: "best" });
}
