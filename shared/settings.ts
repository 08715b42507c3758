// Settings that last: one table with schema and default, read by both faces from the same `config.json`.
import { z } from "zod";

export const Settings = z.object({
  language: z.enum(["system", "en", "de"]).default("system"),
  appearance: z.enum(["system", "light", "dark"]).default("system"),
  density: z.enum(["comfortable", "compact"]).default("comfortable"),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = Settings.parse({});
