// Settings on disk: one schema for both faces, dated migrations, and a file that does not parse is set aside, never
// overwritten. The libraries that hold the file (electron-store in the app, conf in the command line) sit behind a port.
import { readFile, rename } from "node:fs/promises";
import { defaultSettings, Settings } from "../../shared/settings.ts";
import { asideName } from "./aside-name.ts";
import { settingsMigrations } from "./migrations/index.ts";

/** What a settings library offers once it is bound to the file. */
export interface SettingsBacking {
  read(): unknown;
  write(settings: Readonly<Record<string, unknown>>): void;
}

export interface SettingsFile {
  get(): Settings;
  /** Changes some settings and gives all; throws nothing for unknown keys, which stay as they are. */
  set(change: Partial<Settings>): Settings;
}

/**
 * Sets a settings file that is not a JSON object aside as `config.broken-DAY.json` beside it. Gives the new name, or null
 * when the file is fine or not there. To be called before a library opens the file: `conf` throws on one it cannot parse.
 */
export async function setBrokenSettingsAside(path: string, day: string): Promise<string | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return null; // Not there, or not readable: the library's own error is the one to show.
  }
  if (isObject(parse(text))) return null;
  const aside = await asideName(path, day);
  await rename(path, aside);
  return aside;
}

/** The settings over a backing: migrated once, each value that does not fit its schema taken as its default. */
export function openSettings(backing: SettingsBacking): SettingsFile {
  const stored = asRecord(backing.read());
  const done = Array.isArray(stored["migrations"]) ? stored["migrations"].map(String) : [];
  let current = stored;
  for (const migration of settingsMigrations) {
    if (!done.includes(migration.name))
      current = { ...migration.apply(current), migrations: [...done, migration.name] };
  }
  if (current !== stored) backing.write(current);

  const get = (): Settings => {
    const values = asRecord(backing.read());
    const settings: Record<string, unknown> = { ...defaultSettings };
    for (const [key, schema] of Object.entries(Settings.shape)) {
      const parsed = schema.safeParse(values[key]);
      if (parsed.success) settings[key] = parsed.data;
    }
    return Settings.parse(settings);
  };
  return {
    get,
    set(change) {
      backing.write({ ...asRecord(backing.read()), ...Settings.partial().parse(change) });
      return get();
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asRecord(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}
