// What a build stage leaves behind that the runtime stage needs, as far as the Dockerfile says it: the working directory,
// targets of COPY, folders made, and what the tools of an ecosystem write. What a RUN wrote elsewhere is not known.
import { posix } from "node:path";
import type { Instruction } from "./read-dockerfile.ts";
import { execForm, plainWords } from "./shell-words.ts";

export interface Carried {
  /** Paths to copy, each to the same place, variables as written; no path lies in another. */
  readonly paths: readonly string[];
  /** The last WORKDIR in full; null = none was set. */
  readonly workdir: string | null;
  /** The one program that starts, where it is a path that a compiler wrote. */
  readonly binary: string | null;
}

/** Folders that belong to the image: single files may come over, never the folder. */
const system = /^\/(bin|sbin|lib|lib64|etc|usr(\/(local|share|lib))?(\/(bin|sbin|lib|share|etc))?)?$/;
const passing = /^\/(tmp|var\/(cache|lib\/(apt|dpkg)|tmp)|root|run|proc|sys|dev|etc\/apt)(\/|$)/;

/** The option of a compiler that says where its output goes. */
const compiled =
  /\b(?:go (?:build|install)|gcc|g\+\+|dotnet publish)\b[^&|;]*?(?:\s-o[ =]|--output[ =])["']?([\w./${}-]+)/;
/** Build tools and the folder in the working directory that they write by default. */
const builders: readonly (readonly [RegExp, string])[] = [
  [/\bmvnw?\b/, "target"],
  [/\bgradlew?\b/, "build"],
  [/\bcargo build\b.*--release\b/, "target/release"],
];

/** `all`: the instructions of the image from its first stage on, in order. */
export function carriedPaths(all: readonly Instruction[]): Carried {
  let workdir: string | null = null;
  const paths: string[] = [];
  const outputs: string[] = [];
  for (const instruction of all) {
    const { keyword, args } = instruction;
    if (keyword === "WORKDIR") workdir = within(workdir, unquoted(args.trim()));
    else if (keyword === "COPY" || keyword === "ADD") paths.push(...targetsOf(args, instruction.heredoc));
    else if (keyword === "RUN" && !instruction.heredoc) {
      paths.push(
        ...[...args.matchAll(/\bmkdir (?:-\w+ )*((?:\/[\w./-]+ ?)+)/g)].flatMap((match) =>
          (match[1] ?? "").trim().split(" "),
        ),
      );
      const output = compiled.exec(args)?.[1];
      if (output !== undefined) outputs.push(within(workdir, output) ?? output);
      for (const [tool, folder] of builders) if (tool.test(args)) outputs.push(within(workdir, folder) ?? folder);
      const venv =
        /\bpython3? -m venv (?:--\S+ )*["']?([\w./${}-]+)/.exec(args)?.[1] ??
        /\bvirtualenv (?:--?\S+ )*(\/[\w./-]+)/.exec(args)?.[1];
      if (venv !== undefined) paths.push(within(workdir, venv) ?? venv);
    }
  }
  const started = startedPaths(all, workdir);
  const binary = outputs.find((output) => output === started[0]) ?? null;
  const made = outputs.filter((output) => started.some((path) => path === output || path.startsWith(`${output}/`)));
  const sources = workdir === null || workdir === "/" ? [] : [workdir];
  // Where what starts is something a compiler wrote, the sources stay behind.
  const wanted = made.length > 0 ? [...made, ...paths] : [...sources, ...paths, ...outputs];
  const kept = [...new Set(wanted.map(plain))].filter(
    (path) => /^[/$]/.test(path) && !passing.test(path) && !system.test(path),
  );
  return {
    paths: kept.filter((path) => !kept.some((other) => other !== path && path.startsWith(`${other}/`))),
    workdir,
    binary,
  };
}

const plain = (path: string): string => (path.length > 1 ? path.replace(/\/+$/, "") : path);
const unquoted = (text: string): string => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

function within(workdir: string | null, path: string): string | null {
  if (/^[/$]/.test(path)) return plain(path);
  if (workdir?.startsWith("$") === true) return `${workdir}/${posix.normalize(path)}`.replace(/\/\.$/, "");
  return plain(posix.join(workdir ?? "/", path));
}

/** Absolute places that a COPY writes; into a folder of the system, the single files. */
function targetsOf(args: string, heredoc: boolean): string[] {
  const bare = args.trim().replace(/^(?:--\S+\s+)*/, "");
  const words = execForm(bare) ?? (heredoc ? (bare.split("\n", 1)[0] ?? "") : bare).trim().split(/\s+/).map(unquoted);
  const target = words.at(-1) ?? "";
  if (words.length < 2 || !/^[/$]/.test(target)) return [];
  if (!system.test(plain(target))) return [plain(target)];
  const sources = words.slice(0, -1).filter((source) => !/[*?[\]<$]|:\/\//.test(source));
  return sources.map((source) => posix.join(target, posix.basename(source))).filter((path) => path !== plain(target));
}

/** The words of the command that starts, as paths in full; none where a shell has to say it. */
function startedPaths(all: readonly Instruction[], workdir: string | null): string[] {
  const last = (wanted: string) => all.filter(({ keyword }) => keyword === wanted).at(-1);
  const words = [last("ENTRYPOINT"), last("CMD")].flatMap((one) =>
    one === undefined ? [] : (execForm(one.args) ?? plainWords(one.args) ?? []),
  );
  return words.map((word) => (word.includes("/") ? (within(workdir, word) ?? word) : word));
}
