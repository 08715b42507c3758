// A last stage that runs commands becomes two: it builds on the dev image, and a new last stage on the runtime image takes
// what it made. What belongs to running (CMD, EXPOSE, USER and the like) moves; ENV, ARG and WORKDIR are said again.
import { phrase } from "../../../shared/wording/say.ts";
import { adaptFinal, ownerOf, type Runtime } from "./adapt-final.ts";
import { variablesIn } from "./build-args.ts";
import { carriedPaths } from "./carried-paths.ts";
import type { Edit } from "./edit.ts";
import { installedLibraries } from "./installed-libraries.ts";
import { commentAbove, linesOf } from "./lines-of.ts";
import type { DockerfileText, Instruction, Stage } from "./read-dockerfile.ts";
import { packagesOf } from "./run-commands.ts";

export interface Split {
  readonly edits: readonly Edit[];
  /** What the stage that builds is called now. */
  readonly builder: string;
}

export interface SplitInto extends Runtime {
  /** `dhi.io/python:3.13.15-debian13` */
  readonly image: string;
  /** The programs that Go built run without the toolchain. */
  readonly goStatic: boolean;
}

const moves = new Set(["CMD", "ENTRYPOINT", "EXPOSE", "HEALTHCHECK", "STOPSIGNAL", "VOLUME", "LABEL"]);

/** `chain`: the last stage and those it is built on, first first. null where the file does not say what to take over. */
export function splitStage(file: DockerfileText, chain: readonly Stage[], into: SplitInto): Split | null {
  const stage = chain.at(-1);
  if (stage === undefined) return null;
  const said = chain.flatMap(({ instructions }) => instructions);
  const home = folderFor(said) ? [workdir] : [];
  const all = [...home, ...said];
  const carried = carriedPaths(all);
  const libraries = installedLibraries(into.product, stage, all);
  const only = into.goStatic && carried.binary !== null ? [carried.binary] : carried.paths;
  const paths = libraries === null ? only : [libraries.path, ...only];
  if (only.length === 0) return null;

  const builder = freeName(file, "builder");
  const lastRun = Math.max(...stage.instructions.map((one, at) => (one.keyword === "RUN" ? at : -1)));
  const moving = stage.instructions.filter(
    (one, at) => moves.has(one.keyword) || (one.keyword === "USER" && at > lastRun),
  );
  const adapted = new Map(moving.map((one) => [one, adaptFinal(file, one, all, into)]));
  const commentOf = (one: Instruction): number =>
    // What goes altogether leaves its comment where it stood.
    moving.includes(one) && adapted.get(one)?.lines.length !== 0 ? commentAbove(file, one) : one.first;
  const edits: Edit[] = moving.map((one) => {
    const first = commentOf(one);
    return {
      at: first,
      remove: one.last - first + 1,
      add: [],
      reason: phrase("migration.moved", { keyword: one.keyword }),
    };
  });
  const [first] = chain;
  if (home.length > 0 && first !== undefined) {
    const why = { reason: phrase("migration.workdir"), check: phrase("migration.workdir-check") };
    edits.push({ at: first.from.last + 1, remove: 0, add: [`WORKDIR ${workdir.args}`], ...why });
  }
  if (libraries !== null) edits.push(libraries.edit);

  const build = stage.instructions.find(({ keyword, args }) => keyword === "RUN" && /\bgo build\b/.test(args));
  if (into.goStatic && build !== undefined && !all.some(({ args }) => args.includes("CGO_ENABLED"))) {
    const check = phrase("migration.cgo-check");
    edits.push({ at: build.first, remove: 0, add: ["ENV CGO_ENABLED=0"], reason: phrase("migration.cgo"), check });
  }

  const end = file.lines.length;
  const put = (add: readonly string[], reason: Edit["reason"], check?: Edit["check"]): void => {
    edits.push({ at: end, remove: 0, add, reason, check });
  };
  const blank = (file.lines.at(-1) ?? "").trim() === "" ? [] : [""];
  const name = stage.name === null ? "" : ` AS ${stage.name}`;
  put([...blank, `FROM ${into.image}${name}`], phrase("migration.split", { builder }), phrase("migration.split-check"));
  for (const one of settings(all, carried.workdir)) {
    const add = typeof one === "string" ? [one] : linesOf(file, one);
    put(add, phrase("migration.again"));
  }
  if (libraries !== null) put(libraries.settings, phrase("migration.again"));
  const packages = packagesOf({ instructions: all }).filter((name) => name !== "ca-certificates");
  for (const [at, path] of paths.entries()) {
    const user = ownerOf(all, into);
    const owner = user === 0 ? "" : ` --chown=${user}:${user}`;
    const reason = phrase("migration.carried", { path });
    const list = packages.slice(0, 20).join(", ");
    const check = at > 0 || packages.length === 0 ? undefined : phrase("migration.packages-check", { packages: list });
    put([copyLine(`--from=${builder}${owner}`, path)], reason, check);
  }
  for (const one of [...inherited(chain, moving), ...moving]) {
    const found = adapted.get(one) ?? adaptFinal(file, one, all, into);
    const above = file.lines.slice(commentOf(one), one.first).map((line) => line.replace(/\r?\n$/, ""));
    if (found === null) put([...above, ...linesOf(file, one)], phrase("migration.moved", { keyword: one.keyword }));
    else put([...above, ...found.lines], found.reason, found.check);
  }
  return { edits, builder };
}

/** For a Dockerfile that copies into the root of the file system: a folder that can be taken over. */
const workdir: Instruction = { keyword: "WORKDIR", first: -1, last: -1, args: "/app", heredoc: false };

/** Whether files are copied to a relative place without a WORKDIR, and nothing else says where results lie. */
function folderFor(said: readonly Instruction[]): boolean {
  if (said.some(({ keyword }) => keyword === "WORKDIR") || carriedPaths(said).paths.length > 0) return false;
  return said.some(({ keyword, args }) => /^(COPY|ADD)$/.test(keyword) && /\s\.?[\w.-]*\/?$/.test(args.trim()));
}

/** ENV, the ARGs that something said again uses, and the last WORKDIR, in the order of the file. */
function settings(all: readonly Instruction[], workdir: string | null): (Instruction | string)[] {
  const used = new Set(
    all.filter(({ keyword }) => keyword !== "RUN" && keyword !== "ARG").flatMap(({ args }) => variablesIn(args)),
  );
  const lastWork = all.filter(({ keyword }) => keyword === "WORKDIR").at(-1);
  return all.flatMap((one): (Instruction | string)[] => {
    if (one.keyword === "ENV") return [one];
    if (one.keyword === "ARG") return used.has(/^\w+/.exec(one.args.trim())?.[0] ?? "") ? [one] : [];
    return one === lastWork && workdir !== null ? [`WORKDIR ${workdir}`] : [];
  });
}

/** What was said about running before, in a stage below or ahead of a command, and is not said anew at the end. */
function inherited(chain: readonly Stage[], moving: readonly Instruction[]): Instruction[] {
  const below = chain.slice(0, -1).flatMap(({ instructions }) => instructions);
  const single = new Set(["CMD", "ENTRYPOINT", "HEALTHCHECK", "STOPSIGNAL"]);
  const user = chain.flatMap(({ instructions }) => instructions.filter(({ keyword }) => keyword === "USER")).at(-1);
  const said = below.filter(({ keyword }, at) => {
    if (!moves.has(keyword)) return false;
    if (!single.has(keyword)) return true;
    return (
      !moving.some((one) => one.keyword === keyword) && !below.slice(at + 1).some((one) => one.keyword === keyword)
    );
  });
  return user === undefined || moving.includes(user) ? said : [...said, user];
}

function copyLine(flags: string, path: string): string {
  return /\s/.test(path) ? `COPY ${flags} ${JSON.stringify([path, path])}` : `COPY ${flags} ${path} ${path}`;
}

/** A name that no stage has: `builder`, `builder-2` and so on. */
export function freeName({ stages }: DockerfileText, wanted: string): string {
  const taken = new Set(stages.map(({ name }) => name?.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}
