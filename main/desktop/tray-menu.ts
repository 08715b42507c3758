// What the tray says, in both languages: its menu and what shows when the pointer rests on it.
import type { Language } from "../../shared/model/phrase.ts";

export interface TrayMenu {
  readonly tooltip: string;
  readonly open: string;
  /** Opens the reminders. */
  readonly due: string;
  readonly quit: string;
}

/** `due` null = it is not known how many reminders are due. */
export function trayMenu(due: number | null, language: Language): TrayMenu {
  const count = dueWords(due, language);
  return {
    tooltip: due === null ? "Plimsoll" : `Plimsoll: ${count}`,
    open: language === "de" ? "Plimsoll öffnen" : "Open Plimsoll",
    due: count,
    quit: language === "de" ? "Plimsoll beenden" : "Quit Plimsoll",
  };
}

function dueWords(due: number | null, language: Language): string {
  if (language === "de") {
    if (due === null) return "Erinnerungen";
    return due === 0 ? "keine Erinnerung fällig" : due === 1 ? "1 Erinnerung fällig" : `${due} Erinnerungen fällig`;
  }
  if (due === null) return "Reminders";
  return due === 0 ? "no reminder due" : due === 1 ? "1 reminder due" : `${due} reminders due`;
}
