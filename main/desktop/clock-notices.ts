// What a platform says when its clock or zone is set, so that the day is looked at then and not within the hour. Linux says
// nothing to applications.
import type { BrowserWindow, SystemPreferences } from "electron";

/** The message that Windows sends to every window: WM_TIMECHANGE. */
const timeChange = 0x001e;

/** Calls `run` when the system says that its clock, zone or day has changed. */
export function onClockNotice(
  platform: string,
  window: Pick<BrowserWindow, "hookWindowMessage">,
  preferences: Pick<SystemPreferences, "subscribeLocalNotification">,
  run: () => void,
): void {
  if (platform === "win32") window.hookWindowMessage(timeChange, run);
  if (platform !== "darwin") return;
  for (const name of [
    "NSSystemClockDidChangeNotification",
    "NSSystemTimeZoneDidChangeNotification",
    "NSCalendarDayChangedNotification",
  ]) {
    preferences.subscribeLocalNotification(name, run);
  }
}
