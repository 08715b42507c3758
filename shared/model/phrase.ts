// A sentence as data: a key of the wording tables and its values, so that a stored verdict can be read in any language.
import { z } from "zod";

export const Phrase = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Phrase = z.infer<typeof Phrase>;

export type Language = "en" | "de";
