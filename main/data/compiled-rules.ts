// The rule catalogues as a build leaves them beside the program: parsed once, so that no start pays for reading YAML. The
// digests are those of the YAML files. In a checkout there is nothing compiled, and the YAML itself is read.
import { access } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Benchmark, type RuleSet } from "../../shared/model/control.ts";
import { invalid, readJson } from "./read-json.ts";
import { loadRules } from "./rules.ts";

/** The name under which the build writes them; its form is that of `loadRules`, as JSON. */
export const compiledName = "rules.json";

const Compiled = z.array(Benchmark.extend({ digest: z.string() })).min(1);

/** The rule sets of the folder of assets. Throws FailureError as `loadRules`. */
export async function loadBuiltInRules(assets: string): Promise<readonly RuleSet[]> {
  const compiled = join(assets, compiledName);
  const isThere = await access(compiled).then(
    () => true,
    () => false,
  );
  if (!isThere) return loadRules(join(assets, "rules"));
  const { value } = await readJson(compiled);
  const parsed = Compiled.safeParse(value);
  return parsed.success
    ? parsed.data
    : invalid(compiled, `does not fit the schema: ${parsed.error.issues[0]?.message}`);
}
