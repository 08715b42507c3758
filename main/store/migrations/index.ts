// The settings migrations in the order in which they are applied, each named by day and deed and run once per file.

export interface SettingsMigration {
  /** `YYYY-MM-DD-deed`, recorded in the file once it ran. */
  readonly name: string;
  /** Pure; unknown keys are kept. */
  readonly apply: (settings: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** None yet: the first shape of the settings is the one of today. */
export const settingsMigrations: readonly SettingsMigration[] = [];
