// The rule catalogues: YAML files of one folder, checked against the schema of shared/model/control.ts before any rule of
// them is used. A fault names file, line and column; an audit never runs on half a rule set.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Benchmark, BenchmarkHead, BenchmarkPart, type RuleSet } from "../../shared/model/control.ts";
import { FailureError, failureOf } from "../../shared/model/failure.ts";
import { invalid, misfit, readYaml, type YamlFile } from "./read-yaml.ts";

/** The file of a folder that says all of a benchmark but its controls. */
export const headName = "benchmark.yaml";

/**
 * Loads every benchmark of `folder`, ordered by name: a file `ID.yaml`, or a folder that holds `benchmark.yaml` (all but the
 * controls) and files of controls, taken in the order of their names. Each set carries a SHA-256 as `digest`: of its file, or
 * of the names and digests of the files of its folder. Throws FailureError: `not-readable`, or `catalogue-invalid` where a
 * file does not parse, breaks the schema, or repeats an id.
 */
export async function loadRules(folder: string): Promise<readonly RuleSet[]> {
  const entries = await reading(folder, () => readdir(folder, { withFileTypes: true }));
  const names = entries
    .filter((entry) => entry.isDirectory() || isYaml(entry.name))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (names.length === 0) throw invalid(folder, "no rule catalogue in this folder");
  const sets: RuleSet[] = [];
  const controls = new Map<string, string>();
  const benchmarks = new Map<string, string>();
  for (const { name, isFolder } of names) {
    const path = join(folder, name);
    const parts = isFolder ? await loadFolder(path) : [parseRules(path, await reading(path, () => readFile(path)))];
    const [first] = parts;
    if (first === undefined) continue;
    refuseTwice(benchmarks, first.set.id, name, () => first.fault("the benchmark stands in two files", ["id"]));
    for (const { set, fault } of parts) {
      set.controls.forEach((control, index) => {
        refuseTwice(controls, control.id, name, (other) =>
          fault(`${control.id} stands twice, also in ${other}`, ["controls", index, "id"]),
        );
      });
    }
    const digest = isFolder
      ? digestOf(parts.map(({ file, set }) => `${file} ${set.digest}\n`).join(""))
      : first.set.digest;
    sets.push({ ...first.set, controls: parts.flatMap(({ set }) => set.controls), digest });
  }
  return sets;
}

/** Whether a name is that of a YAML file. */
export function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

/** The parts of a benchmark that has a folder: each as if it were the whole, with the head of `benchmark.yaml`. */
async function loadFolder(folder: string): Promise<Parsed[]> {
  const names = (await reading(folder, () => readdir(folder))).filter(isYaml).sort();
  const head = join(folder, headName);
  if (!names.includes(headName)) throw invalid(folder, `it has no ${headName}`);
  const headBytes = await reading(head, () => readFile(head));
  const { value, fault } = readYaml(head, headBytes);
  const first = BenchmarkHead.safeParse(value);
  if (!first.success) throw misfit(head, fault, first.error);
  const parts: Parsed[] = [
    { file: headName, set: { ...first.data, controls: [], digest: digestOf(headBytes) }, fault },
  ];
  for (const file of names.filter((name) => name !== headName)) {
    const path = join(folder, file);
    const bytes = await reading(path, () => readFile(path));
    parts.push(parsePart(path, bytes, first.data));
  }
  if (parts.every(({ set }) => set.controls.length === 0)) throw invalid(folder, "it has no controls");
  return parts;
}

/** Notes that `id` stands in `file`; throws what `refuse` makes of the other file where it stood before. */
export function refuseTwice(
  seen: Map<string, string>,
  id: string,
  file: string,
  refuse: (other: string) => FailureError,
): void {
  const other = seen.get(id);
  if (other !== undefined) throw refuse(other);
  seen.set(id, file);
}

interface Parsed {
  /** Its name, without the folder. */
  readonly file: string;
  readonly set: RuleSet;
  readonly fault: YamlFile["fault"];
}

/** One catalogue from its bytes; `file` is for messages. Throws FailureError `catalogue-invalid`. */
export function parseRules(file: string, bytes: Uint8Array): Parsed {
  const { value, fault } = readYaml(file, bytes);
  const parsed = Benchmark.safeParse(value);
  if (!parsed.success) throw misfit(file, fault, parsed.error);
  return checked(file, parsed.data, bytes, fault);
}

function parsePart(file: string, bytes: Uint8Array, head: BenchmarkHead): Parsed {
  const { value, fault } = readYaml(file, bytes);
  const parsed = BenchmarkPart.safeParse(value);
  if (!parsed.success) throw misfit(file, fault, parsed.error);
  return checked(file, { ...head, controls: parsed.data.controls }, bytes, fault);
}

/** Controls that belong to their benchmark, by field and by id. */
function checked(file: string, set: Benchmark, bytes: Uint8Array, fault: Parsed["fault"]): Parsed {
  set.controls.forEach((control, index) => {
    const at = ["controls", index];
    if (control.benchmark !== set.id)
      throw fault(`belongs to ${control.benchmark}, not to ${set.id}`, [...at, "benchmark"]);
    if (!control.id.startsWith(`${set.id}:`))
      throw fault(`${control.id} does not begin with ${set.id}:`, [...at, "id"]);
  });
  return { file: basename(file), set: { ...set, digest: digestOf(bytes) }, fault };
}

/** `sha256:` and the hexadecimal digest. */
export function digestOf(bytes: Uint8Array | string): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** What `read` reads at `path`; throws FailureError `not-readable` with the cause instead of the system's own error. */
export async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const failure = failureOf(error);
    const cause = "cause" in failure ? failure.cause : failure.kind;
    throw new FailureError({ kind: "not-readable", path, cause }, { cause: error });
  }
}
