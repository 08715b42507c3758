// `--rules`: which version of each rule set is judged by. Packs have the one version that their folder holds.
import type { RuleSet } from "../../shared/model/control.ts";
import { FailureError } from "../../shared/model/failure.ts";

/**
 * `current` with the sets that `wanted` names in the place of those of the same benchmark: `ID@VERSION`, a bare version, which
 * means every benchmark that has it, or a digest. `archived` are the versions besides. Throws FailureError `usage`, with the
 * versions that there are, for a word that names none, and for two that name the same benchmark.
 */
export function pickVersions(
  current: readonly RuleSet[],
  archived: readonly RuleSet[],
  wanted: readonly string[] | undefined,
): readonly RuleSet[] {
  const all = [...current, ...archived];
  const chosen = new Map<string, RuleSet>();
  for (const word of wanted ?? []) {
    const named = all.filter((set) => isNamed(set, word));
    if (named.length === 0)
      throw usage(`no rule set ${word} in this version; there is ${all.map(nameOf).sort().join(", ")}`);
    for (const set of named) {
      const other = chosen.get(set.id);
      if (other !== undefined && other.digest !== set.digest)
        throw usage(`--rules names both ${nameOf(other)} and ${nameOf(set)}`);
      chosen.set(set.id, set);
    }
  }
  return current.map((set) => chosen.get(set.id) ?? set);
}

function isNamed({ id, version, digest }: RuleSet, word: string): boolean {
  const at = word.indexOf("@");
  if (/^sha256:[0-9a-f]{12,64}$/.test(word)) return digest.startsWith(word);
  return at < 0 ? version === word : id === word.slice(0, at) && version === word.slice(at + 1);
}

function nameOf({ id, version }: RuleSet): string {
  return `${id}@${version}`;
}

function usage(cause: string): FailureError {
  return new FailureError({ kind: "usage", cause });
}
