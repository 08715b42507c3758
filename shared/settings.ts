// Settings that last: one table with schema and default, read by both faces from the same `config.json`. Defaults are not
// part of the schema, so that a partial change never resets what it does not name.
import { z } from "zod";

export const Settings = z.object({
  language: z.enum(["system", "en", "de"]),
  appearance: z.enum(["system", "light", "dark"]),
  density: z.enum(["comfortable", "compact"]),
  /** Days before an end on which one is reminded, largest first; 0 = on the last day. */
  reminderLeads: z.array(z.int().min(0).max(3650)).min(1).max(20),
  /** Other leads for a component, by the subject of its reminders (`support:debian:12`) or its product (`debian`). */
  componentLeads: z.record(z.string().max(200), z.array(z.int().min(0).max(3650)).max(20)),
  /** An audit older than this many days is to be made anew; null = never said. */
  auditAgeDays: z.int().min(1).max(3650).nullable(),
  /** Whether the operating system shows reminders while the app runs. */
  notifications: z.boolean(),
  /** Both off until asked for. */
  startAtLogin: z.boolean(),
  tray: z.boolean(),
  /** Whether the app may ask endoflife.date for newer dates by itself, at most once a day. */
  dataRefresh: z.enum(["never", "daily"]),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = {
  language: "system",
  appearance: "system",
  density: "comfortable",
  reminderLeads: [180, 90, 30, 7, 0],
  componentLeads: {},
  auditAgeDays: 30,
  notifications: true,
  startAtLogin: false,
  tray: false,
  dataRefresh: "never",
};
