// Binds electron-store to the settings file of the state folder: the same `config.json` that the command line reads.
import ElectronStore from "electron-store";
import { homeLayout } from "../store/home.ts";
import { openSettings, type SettingsFile, setBrokenSettingsAside } from "../store/settings-file.ts";

/** The settings of the state folder; `setAside` names a file that did not parse and was moved out of the way. */
export async function openDesktopSettings(
  folder: string,
  day: string,
): Promise<{ settings: SettingsFile; setAside: string | null }> {
  const setAside = await setBrokenSettingsAside(homeLayout(folder).settings, day);
  const store = new ElectronStore<Record<string, unknown>>({ cwd: folder, name: "config", clearInvalidConfig: false });
  const settings = openSettings({
    read: () => store.store,
    write: (values) => {
      store.store = { ...values };
    },
  });
  return { settings, setAside };
}
