// A Dockerfile moved to Docker Hardened Images, as changes with their reasons. Pure: a text and the catalogue in, a plan
// out. Only stages whose base is swapped are touched, so a second run finds nothing to do.
import type { HardenedCatalogue } from "../../../shared/model/hardened-catalogue.ts";
import type { Migration } from "../../../shared/model/migration.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { aptInsteadOfApk } from "./apk-to-apt.ts";
import { applied, changesOf, type Edit, notesOf } from "./edit.ts";
import { lastStage } from "./last-stage.ts";
import { linesOf } from "./lines-of.ts";
import { type Base, planBases } from "./plan-bases.ts";
import { type DockerfileText, type Instruction, readDockerfile, type Stage } from "./read-dockerfile.ts";
import { bringsOnlyCertificates, withoutCertificates } from "./run-commands.ts";
import { type Swap, spanOf, swapEdits } from "./swap-base.ts";
import { unifiedDiff } from "./unified-diff.ts";

/**
 * What to change in `text`, called `name` (a file name without folders) in the patch. Throws FailureError `not-readable`
 * where it is no Dockerfile.
 */
export function migrateDockerfile(text: string, name: string, catalogue: HardenedCatalogue): Migration {
  const file = readDockerfile(text, name);
  const bases = planBases(file, catalogue);
  const last = file.stages.at(-1);
  const lastChain = last === undefined ? [] : chainOf(last);
  const lastBase = bases.find(({ stage }) => stage === lastChain[0]);
  const runs = stagesThatRun(file.stages);
  const edits: Edit[] = [];
  const swaps: Swap[] = [];
  const onBase = stagesByBottom(file.stages);
  for (const base of bases) {
    const { move } = base;
    if (move === null) continue;
    const shared = runs.has(base.stage);
    const end = base === lastBase ? lastStage(file, { chain: lastChain, base, shared }, catalogue) : null;
    if (end !== null) edits.push(...end.edits);
    const needsDev = end === null ? shared : end.base === "dev";
    if (needsDev && move.tag.devTag === null) edits.push(withoutDev(base));
    const tag = needsDev ? (move.tag.devTag ?? move.tag.tag) : move.tag.tag;
    const renamed = end?.name !== undefined && lastChain.length === 1 ? { name: end.name } : {};
    swaps.push({ base, to: `dhi.io/${move.name.product}:${tag}`, ...renamed });
    if (end?.name !== undefined && lastChain.length > 1 && last !== undefined)
      edits.push(renamedLast(file, last, end.name));
    edits.push(...buildEdits(file, base, onBase.get(base.stage) ?? [], end?.edits ?? []));
  }
  edits.push(...swapEdits(file, swaps));
  const changes = changesOf(file.lines, file.eol, edits);
  const moved = new Map(swaps.map(({ base, to }) => [base, to]));
  const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\r?\n$/, ""));
  return {
    name,
    patch: unifiedDiff(name, file.lines, changes),
    result: applied(file.lines, changes),
    hunks: changes.map(({ at, before, after, reasons, checks }) => ({
      line: at + 1,
      before: plain(before),
      after: plain(after),
      reasons: [...reasons],
      checks: [...checks],
    })),
    notes: notesOf(file.lines, edits).map(({ at, reason, check }) => ({
      line: Math.min(at + 1, Math.max(1, file.lines.length)),
      reasons: [reason],
      checks: check === undefined ? [] : [check],
    })),
    bases: bases.map((base) => ({
      from: base.from,
      to: moved.get(base) ?? null,
      why: base.why,
      hardened: base.hardened,
      line: base.stage.from.first + 1,
    })),
  };
}

/** Commands run on the runtime image, for want of another. */
function withoutDev({ stage, from }: Base): Edit {
  const check = phrase("migration.no-dev-check");
  return { at: stage.from.last + 1, remove: 0, add: [], reason: phrase("migration.no-dev", { image: from }), check };
}

/** The stages an image is made of, first first. */
function chainOf(stage: Stage): Stage[] {
  const chain: Stage[] = [];
  for (let one: Stage | null = stage; one !== null; one = one.parent) chain.push(one);
  return chain.reverse();
}

function stagesByBottom(stages: readonly Stage[]): Map<Stage, Stage[]> {
  const found = new Map<Stage, Stage[]>();
  for (const stage of stages) {
    const bottom = stage.bottom ?? stage;
    const group = found.get(bottom);
    if (group === undefined) found.set(bottom, [stage]);
    else group.push(stage);
  }
  return found;
}

/** Stages at the bottom on which, or on whose children, a command runs. */
function stagesThatRun(stages: readonly Stage[]): Set<Stage> {
  const runs = ({ keyword, args }: Instruction): boolean =>
    keyword === "RUN" || (keyword === "ONBUILD" && /^RUN\b/i.test(args));
  return new Set(stages.filter((stage) => stage.instructions.some(runs)).map((stage) => stage.bottom ?? stage));
}

function renamedLast(file: DockerfileText, stage: Stage, name: string): Edit {
  const add = linesOf(file, stage.from);
  const line = (add.at(-1) ?? "").trimEnd();
  const bare = stage.name !== null && line.endsWith(stage.name) ? line.slice(0, -stage.name.length) : `${line} AS `;
  add[add.length - 1] = `${bare}${name}`;
  return { ...spanOf(stage.from), add, reason: phrase("migration.renamed", { name }) };
}

/** In every stage on this base: no certificates to install, and apt where Debian takes Alpine's place. */
function buildEdits(file: DockerfileText, base: Base, stages: readonly Stage[], taken: readonly Edit[]): Edit[] {
  const gone = new Set(taken.filter(({ remove }) => remove > 0).map(({ at }) => at));
  const toDebian = base.move?.tag.why.family?.from === "alpine";
  return stages.flatMap(({ instructions }) =>
    instructions.flatMap((one): Edit[] => {
      if (one.keyword !== "RUN" || gone.has(one.first)) return [];
      const span = spanOf(one);
      if (bringsOnlyCertificates(one)) return [{ ...span, add: [], reason: phrase("migration.certificates") }];
      const apt = toDebian ? aptInsteadOfApk(one) : null;
      if (apt === null) {
        const add = withoutCertificates(one, linesOf(file, one));
        return add === null ? [] : [{ ...span, add, reason: phrase("migration.certificates-word") }];
      }
      if (apt === "unclear")
        return [
          {
            ...span,
            add: linesOf(file, one),
            reason: phrase("migration.apk"),
            check: phrase("migration.apk-unclear-check"),
          },
        ];
      const comments = linesOf(file, one)
        .slice(1)
        .filter((line) => /^\s*#/.test(line));
      const packages = apt.unknown.join(", ");
      const check = packages === "" ? undefined : phrase("migration.apk-names-check", { packages });
      return [
        { ...span, add: [...comments, ...(apt.line === "" ? [] : [apt.line])], reason: phrase("migration.apk"), check },
      ];
    }),
  );
}
