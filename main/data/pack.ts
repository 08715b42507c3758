// Packs: folders of YAML with the catalogue's schema whose controls carry CEL expressions (shared/model/pack.ts). Here they
// are read and checked as data; whether the expressions are good is told in control/packs/. A fault names file, line and column.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { BenchmarkId, type Control, type RuleSet } from "../../shared/model/control.ts";
import { FactName } from "../../shared/model/facts.ts";
import { FailureError } from "../../shared/model/failure.ts";
import {
  type Pack,
  type PackControl,
  PackHead,
  PackPart,
  type PackPlace,
  type PackRule,
  packBounds,
} from "../../shared/model/pack.ts";
import { SurroundingFact } from "../../shared/model/surroundings.ts";
import { fileCause, isMissing } from "../file-error.ts";
import { invalid, misfit, readYaml, type YamlFile } from "./read-yaml.ts";
import { digestOf, headName, isYaml, reading, refuseTwice } from "./rules.ts";

/** A file beyond this is no pack's; it is not even read. */
const maximumFileBytes = 1024 * 1024;

/**
 * Reads the packs in these folders, in this order. Each holds `benchmark.yaml` and files of controls. Throws FailureError:
 * `not-readable`, or `catalogue-invalid` where a file does not parse or breaks the schema, where an id is a built-in one or
 * stands twice, where a control names a fact that its scope does not have.
 */
export async function loadPacks(folders: readonly string[]): Promise<readonly Pack[]> {
  const packs: Pack[] = [];
  const ids = new Map<string, string>();
  for (const folder of folders) {
    const { pack, head } = await loadPack(folder);
    refuseTwice(ids, pack.set.id, folder, (other) => head(`the pack ${pack.set.id} is also in ${other}`));
    packs.push(pack);
  }
  return packs;
}

/** The folders of packs inside `folder`, in the order of their names; none where there is no such folder. */
export async function keptPacks(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name);
    return names.sort().map((name) => join(folder, name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw new FailureError({ kind: "not-readable", path: folder, cause: fileCause(error) }, { cause: error });
  }
}

interface LoadedPack {
  readonly pack: Pack;
  /** A failure at the pack's id. */
  readonly head: (cause: string) => ReturnType<YamlFile["fault"]>;
}

async function loadPack(folder: string): Promise<LoadedPack> {
  const names = (await reading(folder, () => readdir(folder))).filter(isYaml).sort();
  if (!names.includes(headName)) throw invalid(folder, `it has no ${headName}`);
  if (names.length > packBounds.files) throw invalid(folder, `more than ${packBounds.files} files`);
  const first = await readPart(join(folder, headName), headName);
  const head = PackHead.safeParse(first.yaml.value);
  if (!head.success) throw misfit(first.path, first.yaml.fault, head.error);
  const { id } = head.data;
  if (BenchmarkId.options.some((builtIn) => builtIn === id))
    throw first.yaml.fault(`${id} is the id of a benchmark that comes with Plimsoll`, ["id"]);

  const seen = new Map<string, string>();
  const rules: PackRule[] = [];
  const controls: Control[] = [];
  const digests = [`${headName} ${first.digest}\n`];
  for (const name of names.filter((other) => other !== headName)) {
    const { path, yaml, digest } = await readPart(join(folder, name), name);
    const part = PackPart.safeParse(yaml.value);
    if (!part.success) throw misfit(path, yaml.fault, part.error);
    digests.push(`${name} ${digest}\n`);
    part.data.controls.forEach((control, index) => {
      const at = ["controls", index];
      refuseTwice(seen, control.id, name, (other) =>
        yaml.fault(`${control.id} stands twice, also in ${other}`, [...at, "id"]),
      );
      controls.push(asControl(control, id, at, yaml));
      rules.push(...ruleOf(control, at, yaml));
    });
  }
  if (controls.length === 0) throw invalid(folder, "it has no controls");
  if (controls.length > packBounds.controls) throw invalid(folder, `more than ${packBounds.controls} controls`);
  const set: RuleSet = { ...head.data, controls, digest: digestOf(digests.join("")) };
  return { pack: { set, rules }, head: (cause) => first.yaml.fault(cause, ["id"]) };
}

async function readPart(path: string, name: string): Promise<{ path: string; yaml: YamlFile; digest: string }> {
  const { size } = await reading(path, () => stat(path));
  if (size > maximumFileBytes) throw invalid(path, `${name} is larger than ${maximumFileBytes} bytes`);
  const bytes = await reading(path, () => readFile(path));
  return { path, yaml: readYaml(path, bytes), digest: digestOf(bytes) };
}

/** The control without its check: words only, as every catalogue has them. */
function asControl(control: PackControl, id: string, at: readonly PropertyKey[], yaml: YamlFile): Control {
  if (control.benchmark !== id) throw yaml.fault(`belongs to ${control.benchmark}, not to ${id}`, [...at, "benchmark"]);
  if (!control.id.startsWith(`${id}:`)) throw yaml.fault(`${control.id} does not begin with ${id}:`, [...at, "id"]);
  const { check: _, ...words } = control;
  return words;
}

function ruleOf({ check, ...control }: PackControl, at: readonly PropertyKey[], yaml: YamlFile): PackRule[] {
  if (check === undefined) return [];
  const known: readonly string[] = control.scope === "image" ? FactName.options : SurroundingFact.options;
  const fault = (place: PackPlace, cause: string, offset?: number) => {
    const path = [...at, "check", ...place];
    return offset === undefined ? yaml.fault(cause, path) : yaml.faultInText(cause, path, offset);
  };
  check.needs.forEach((need, index) => {
    if (!known.includes(need))
      throw fault(
        ["needs", index],
        `there is no fact ${need} for the scope ${control.scope}; there is ${known.join(", ")}`,
      );
  });
  return [{ control, check, fault }];
}
