// What happens when the window is closed: it goes, or, while the tray is there to bring it back, hides.
import type { App, BrowserWindow } from "electron";

/** `isKept` is asked at each close; a quit of the app, by menu, key, signal or the system, closes in any case. */
export function stayWhenClosed(
  app: Pick<App, "on">,
  window: Pick<BrowserWindow, "on" | "hide">,
  isKept: () => boolean,
): void {
  let isQuitting = false;
  app.on("before-quit", () => {
    isQuitting = true;
  });
  window.on("close", (event) => {
    if (isQuitting || !isKept()) return;
    event.preventDefault();
    window.hide();
  });
}
