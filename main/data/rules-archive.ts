// Rule sets as earlier versions of Plimsoll shipped them, byte for byte, so that a stored audit can be judged again by the
// rules of its time. One folder a version; its form is that of assets/rules. The checks are today's: only what they are
// asked, and in which words, is of that time.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RuleSet } from "../../shared/model/control.ts";
import { loadRules, reading } from "./rules.ts";

/** Every rule set of the archive, by folder. Throws as `loadRules` does. */
export async function loadRulesArchive(folder: string): Promise<readonly RuleSet[]> {
  const entries = await reading(folder, () => readdir(folder, { withFileTypes: true }));
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const sets: RuleSet[] = [];
  for (const name of names.sort()) sets.push(...(await loadRules(join(folder, name))));
  return sets;
}
