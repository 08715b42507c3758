// The policy file: which profile of each benchmark is judged, and what its rules excuse. Shape and defaults:
// shared/model/policy.ts; docs/POLICY.md explains it with an example.
import { BenchmarkId } from "../../shared/model/control.ts";
import { Policy, type Profile } from "../../shared/model/policy.ts";
import { type DecisionFile, readDecisionFile, readDecisionFileIfThere } from "./decision-file.ts";
import { misfit } from "./read-yaml.ts";

export interface LoadedPolicy {
  readonly policy: Policy;
  /** `sha256:` and the hex digest of the file. */
  readonly digest: string;
}

/**
 * Reads a policy. `packs` are ids of benchmarks that may be named beside those that come with Plimsoll, `controls` the ids that
 * its mappings may name (null = any). Throws FailureError: `not-readable`, or
 * `catalogue-invalid` with line and column where it does not parse, names a parameter or benchmark that does not exist, or
 * sets a profile that its benchmark does not have.
 */
export async function loadPolicy(
  path: string,
  packs: readonly string[] = [],
  controls: ReadonlySet<string> | null = null,
): Promise<LoadedPolicy> {
  return parsePolicy(path, await readDecisionFile(path), packs, controls);
}

/** The same, null where there is no such file. */
export async function loadPolicyIfThere(
  path: string,
  packs: readonly string[] = [],
  controls: ReadonlySet<string> | null = null,
): Promise<LoadedPolicy | null> {
  const file = await readDecisionFileIfThere(path);
  return file === null ? null : parsePolicy(path, file, packs, controls);
}

function parsePolicy(
  path: string,
  { value, fault, digest }: DecisionFile,
  packs: readonly string[],
  controls: ReadonlySet<string> | null,
): LoadedPolicy {
  const parsed = Policy.safeParse(value);
  if (!parsed.success) throw misfit(path, fault, parsed.error);
  const policy = parsed.data;
  const known = [...new Set<string>([...BenchmarkId.options, ...packs])];
  for (const area of ["profiles", "benchmarks"] as const) {
    // The names as written: `__proto__` does not come through the schema.
    for (const id of keysOf(value, area)) {
      if (!known.includes(id)) throw fault(`there is no benchmark ${id}; there is ${known.join(", ")}`, [area, id]);
    }
  }
  for (const [id, profile] of Object.entries(policy.profiles)) {
    const wanted = profilesOf(id);
    if (wanted !== null && !wanted.includes(profile))
      throw fault(`${profile} is no profile of ${id}; it has ${wanted.join(", ")}`, ["profiles", id]);
  }
  policy.mappings.forEach((mapping, index) => {
    const unknown = mapping.controls.findIndex((id) => controls !== null && !controls.has(id));
    if (unknown >= 0)
      throw fault(`there is no control ${mapping.controls[unknown]}`, ["mappings", index, "controls", unknown]);
  });
  return { policy, digest };
}

function keysOf(value: unknown, area: string): string[] {
  const inner: unknown = typeof value === "object" && value !== null ? Reflect.get(value, area) : null;
  return typeof inner === "object" && inner !== null ? Object.keys(inner) : [];
}

/** Levels are CIS's, categories DISA's; null = a pack, which may have either. */
function profilesOf(benchmark: string): readonly Profile[] | null {
  if (benchmark === "cis-docker") return ["level-1", "level-2"];
  return BenchmarkId.options.some((id) => id === benchmark) ? ["cat-1", "cat-2", "cat-3"] : null;
}
