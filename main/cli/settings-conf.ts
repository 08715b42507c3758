// Binds conf (the library under electron-store) to the settings file of the state folder, without Electron.
import { access } from "node:fs/promises";
import Conf from "conf";
import { defaultSettings, type Settings } from "../../shared/settings.ts";
import { homeLayout } from "../store/home.ts";
import { openSettings, type SettingsFile, setBrokenSettingsAside } from "../store/settings-file.ts";

/** The settings of the state folder; `setAside` names a file that did not parse and was moved out of the way. */
export async function openCliSettings(
  folder: string,
  day: string,
): Promise<{ settings: SettingsFile; setAside: string | null }> {
  const setAside = await setBrokenSettingsAside(homeLayout(folder).settings, day);
  const store = new Conf<Record<string, unknown>>({ cwd: folder, configName: "config", clearInvalidConfig: false });
  const settings = openSettings({
    read: () => store.store,
    write: (values) => {
      store.store = { ...values };
    },
  });
  return { settings, setAside };
}

/**
 * The settings for reading only: defaults where no file is there yet, so that a command that needs no state makes none.
 * A file that did not parse is set aside, and said through `tell`.
 */
export async function readCliSettings(folder: string, day: string, tell: (line: string) => void): Promise<Settings> {
  try {
    await access(homeLayout(folder).settings);
  } catch {
    return defaultSettings;
  }
  const { settings, setAside } = await openCliSettings(folder, day);
  if (setAside !== null) tell(`the settings did not parse; they were set aside as ${setAside}`);
  return settings.get();
}
