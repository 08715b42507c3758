// The FROM lines of the swapped stages. A build argument that picks the version keeps doing so where its default can say
// the new one; otherwise the tag is written out.
import { phrase } from "../../../shared/wording/say.ts";
import { variablesIn } from "./build-args.ts";
import type { Edit } from "./edit.ts";
import { linesOf } from "./lines-of.ts";
import { type Base, checkOfBase } from "./plan-bases.ts";
import type { DockerfileText, Instruction } from "./read-dockerfile.ts";

export interface Swap {
  readonly base: Base;
  /** `dhi.io/node:22.23.2-0-debian13` */
  readonly to: string;
  /** The stage's new name; undefined = as it is. */
  readonly name?: string | undefined;
}

/** The edits for all swaps: FROM lines, and defaults of build arguments. */
export function swapEdits(file: DockerfileText, swaps: readonly Swap[]): Edit[] {
  const edits: Edit[] = [];
  const kept = new Map<Swap, string>();
  const uses = usesOf(file, swaps);
  for (const argument of file.globalArgs) {
    const plan = argumentPlan(file, argument, uses);
    if (plan === null) continue;
    for (const [swap, image] of plan.images) kept.set(swap, image);
    const { name, value } = plan;
    edits.push({ ...spanOf(argument), add: [plan.line], reason: phrase("migration.argument", { name, value }) });
  }
  for (const swap of swaps) {
    const { stage, from } = swap.base;
    const { from: instruction, image, imageAt } = stage;
    const to = kept.get(swap) ?? swap.to;
    const add = linesOf(file, instruction);
    const at = imageAt.line - instruction.first;
    const line = add[at] ?? "";
    const fixed = to === swap.to && image.includes("$");
    add[at] = `${line.slice(0, imageAt.column)}${to}${line.slice(imageAt.column + image.length)}`;
    if (swap.name !== undefined) renameStage(add, stage.name, swap.name);
    const reason = fixed
      ? phrase("migration.base-fixed", { from: image, to: swap.to })
      : phrase("migration.base", { from, to: swap.to });
    edits.push({ ...spanOf(instruction), add, reason, check: checkOfBase(swap.base) });
  }
  return edits;
}

export function spanOf({ first, last }: Instruction): { at: number; remove: number } {
  return { at: first, remove: last - first + 1 };
}

/** Gives a FROM another stage name, in place of the one it has or at its end. */
function renameStage(lines: string[], old: string | null, name: string): void {
  const last = lines.length - 1;
  const line = lines[last] ?? "";
  const bare = line.trimEnd();
  lines[last] = old !== null && bare.endsWith(old) ? `${bare.slice(0, -old.length)}${name}` : `${bare} AS ${name}`;
}

interface ArgumentPlan {
  readonly name: string;
  readonly value: string;
  readonly line: string;
  readonly images: ReadonlyMap<Swap, string>;
}

interface Uses {
  /** By variable: how many FROMs and ARGs name it, and the swaps among them. */
  readonly named: ReadonlyMap<string, number>;
  readonly swaps: ReadonlyMap<string, readonly Swap[]>;
  readonly froms: ReadonlyMap<string, number>;
  /** Said more than once, or in a stage as well: its value is for more than the FROMs. */
  readonly shared: ReadonlySet<string>;
}

function usesOf({ globalArgs, stages }: DockerfileText, swaps: readonly Swap[]): Uses {
  const count = (names: readonly string[]): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const ofStages = stages.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === "ARG"));
  const said = count(globalArgs.flatMap(({ args }) => declared(args)));
  const shared = new Set(ofStages.flatMap(({ args }) => declared(args)));
  for (const [name, times] of said) if (times > 1) shared.add(name);
  const bySwap = new Map<string, Swap[]>();
  for (const swap of swaps) {
    for (const name of new Set(variablesIn(swap.base.stage.image))) {
      const users = bySwap.get(name);
      if (users === undefined) bySwap.set(name, [swap]);
      else users.push(swap);
    }
  }
  return {
    named: count(globalArgs.flatMap(({ args }) => variablesIn(args))),
    froms: count(stages.flatMap(({ image }) => [...new Set(variablesIn(image))])),
    swaps: bySwap,
    shared,
  };
}

const declared = (args: string): string[] =>
  [...args.matchAll(/(?:^|\s)([A-Za-z_]\w*)(?==|\s|$)/g)].map((match) => match[1] ?? "");

/** A new default with which every FROM that uses the argument names its new image; null where there is none. */
function argumentPlan(file: DockerfileText, argument: Instruction, uses: Uses): ArgumentPlan | null {
  const [, name, quote = ""] = /^([A-Za-z_]\w*)=(["']?)[\w./:@-]*\2$/.exec(argument.args.trim()) ?? [];
  if (name === undefined || argument.first !== argument.last) return null;
  const mine = uses.swaps.get(name) ?? [];
  if (uses.shared.has(name) || uses.named.has(name) || mine.length === 0 || mine.length !== uses.froms.get(name))
    return null;
  const images = new Map<Swap, string>();
  const values = new Set<string>();
  for (const swap of mine) {
    const { image } = swap.base.stage;
    const written = [`\${${name}}`, `$${name}`].find((one) => image === one || image.replace(one, "").indexOf("$") < 0);
    if (written === undefined || !image.includes(written)) return null;
    if (image === written) {
      images.set(swap, image);
      values.add(swap.to);
      continue;
    }
    const [repository = "", tag = ""] = swap.to.split(":");
    const version = /^[\w.]+(?:-\d+)?(?=-)/.exec(tag)?.[0];
    if (version === undefined || !image.includes(`:${written}`)) return null;
    images.set(swap, `${repository}:\${${name}}${tag.slice(version.length)}`);
    values.add(version);
  }
  const [value] = values;
  if (value === undefined || values.size !== 1) return null;
  const line = linesOf(file, argument)[0] ?? "";
  return { name, value, line: line.replace(/=.*$/, () => `=${quote}${value}${quote}`), images };
}
