// Settings that last: one table with schema and default, read by both faces from the same `config.json`. Defaults are not
// part of the schema, so that a partial change never resets what it does not name.
import { z } from "zod";

export const Settings = z.object({
  language: z.enum(["system", "en", "de"]),
  appearance: z.enum(["system", "light", "dark"]),
  density: z.enum(["comfortable", "compact"]),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = { language: "system", appearance: "system", density: "comfortable" };
