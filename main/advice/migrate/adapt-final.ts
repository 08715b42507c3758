// What an instruction of the last stage has to become for a hardened runtime image: a user of its own, no low ports, no
// shell. Rules: docs.docker.com/dhi/migration/, the checklist; users and shells by the catalogue.
import type { Phrase } from "../../../shared/model/phrase.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { linesOf } from "./lines-of.ts";
import type { DockerfileText, Instruction } from "./read-dockerfile.ts";
import { execForm, plainWords } from "./shell-words.ts";

/** The image that the last stage gets. */
export interface Runtime {
  readonly product: string;
  readonly uid: number;
  readonly shell: readonly string[];
}

export interface Adapted {
  /** Without line ends; none = the instruction goes. */
  readonly lines: readonly string[];
  readonly reason: Phrase;
  readonly check?: Phrase | undefined;
}

/** Accounts of hardened images besides `nonroot`; the catalogue's table of users. */
const accounts: Readonly<Record<string, readonly string[]>> = {
  node: ["node"],
  nginx: ["nginx"],
  httpd: ["www-data"],
  postgres: ["postgres"],
  mysql: ["mysql"],
  mariadb: ["mysql"],
  mongodb: ["mongodb"],
  rabbitmq: ["rabbitmq"],
  elasticsearch: ["elasticsearch"],
  memcached: ["memcached"],
  kafka: ["kafka"],
  vault: ["vault"],
};

/** Programs that a hardened image starts by itself, so that CMD holds their arguments alone; the catalogue's table. */
const entryPoints: Readonly<Record<string, string>> = {
  nginx: "nginx",
  php: "php",
  mongodb: "mongod",
  memcached: "memcached",
};

/** What becomes of `instruction`; null = it stays as it is. `all` are the instructions of the image, in order. */
export function adaptFinal(
  file: DockerfileText,
  instruction: Instruction,
  all: readonly Instruction[],
  runtime: Runtime,
): Adapted | null {
  switch (instruction.keyword) {
    case "USER":
      return adaptUser(file, instruction, runtime);
    case "EXPOSE":
      return adaptPorts(file, instruction);
    case "COPY":
    case "ADD":
      return adaptCopy(file, instruction, ownerOf(all, runtime), runtime);
    case "CMD":
    case "ENTRYPOINT":
      return adaptCommand(file, instruction, all, runtime);
    case "HEALTHCHECK":
      return adaptHealth(file, instruction, runtime);
    case "ONBUILD":
      return /^RUN\b/i.test(instruction.args) ? noted(file, instruction, "migration.onbuild") : null;
    default:
      return null;
  }
}

/** The same lines, with something to look at. */
function noted(file: DockerfileText, instruction: Instruction, key: string, params?: Phrase["params"]): Adapted {
  return { lines: linesOf(file, instruction), reason: phrase(`${key}`, params), check: phrase(`${key}-check`, params) };
}

/** The user that files belong to: the number the Dockerfile runs as, otherwise the image's own. */
export function ownerOf(all: readonly Instruction[], { uid }: Runtime): number {
  const last = all.filter(({ keyword }) => keyword === "USER").at(-1);
  const number = /^([1-9]\d{0,9})(:|$)/.exec(last?.args.trim() ?? "")?.[1];
  return number === undefined ? uid : Number(number);
}

function adaptUser(file: DockerfileText, instruction: Instruction, runtime: Runtime): Adapted | null {
  const name = instruction.args.trim();
  const [user = "", group] = name.split(":", 2);
  if (knownUser(user, runtime)) return null;
  if (/\$/.test(name)) return noted(file, instruction, "migration.user-variable", { uid: runtime.uid });
  if (user === "root" || user === "0") {
    if (runtime.uid === 0) return null;
    const line = replacedArgs(file, instruction, `${runtime.uid}`);
    return {
      lines: line,
      reason: phrase("migration.user-root", { uid: runtime.uid }),
      check: phrase("migration.user-root-check"),
    };
  }
  const to = group === undefined ? `${runtime.uid}` : `${runtime.uid}:${runtime.uid}`;
  return { lines: replacedArgs(file, instruction, to), reason: phrase("migration.user", { user, uid: runtime.uid }) };
}

function knownUser(user: string, { product, uid }: Runtime): boolean {
  if (/^[1-9]\d*$/.test(user)) return true;
  return (user === "nonroot" && uid === 65532) || accounts[product]?.includes(user) === true;
}

function replacedArgs(file: DockerfileText, instruction: Instruction, args: string): string[] {
  const head = /^\s*\S+\s+/.exec(linesOf(file, instruction)[0] ?? "")?.[0] ?? `${instruction.keyword} `;
  return [`${head}${args}`];
}

function adaptPorts(file: DockerfileText, instruction: Instruction): Adapted | null {
  const words = instruction.args.trim().split(/\s+/);
  const moved: string[] = [];
  const out = words.map((word) => {
    const [, from, to, rest = ""] = /^(\d{1,5})(?:-(\d{1,5}))?(\/\w+)?$/.exec(word) ?? [];
    if (from === undefined || Number(from) > 1024 || Number(from) === 0) return word;
    const raised = `${raise(Number(from))}${to === undefined ? "" : `-${raise(Number(from)) + Number(to) - Number(from)}`}`;
    moved.push(`${from} -> ${raised}`);
    return `${raised}${rest}`;
  });
  if (moved.length === 0) return null;
  const ports = moved.join(", ");
  return {
    lines: replacedArgs(file, instruction, [...new Set(out)].join(" ")),
    reason: phrase("migration.ports", { ports }),
    check: phrase("migration.ports-check", { ports }),
  };
}

/** 80 and 443 by custom, the others by adding 8000. */
const raise = (port: number): number => (port === 80 ? 8080 : port === 443 ? 8443 : port + 8000);

function adaptCopy(file: DockerfileText, instruction: Instruction, uid: number, runtime: Runtime): Adapted | null {
  const certificates = /\/etc\/ssl\/certs\/?\S*\s+\/etc\/ssl\/(certs\/?\S*)?$|\/ca-certificates\.crt\s+\/etc\/ssl\S*$/;
  if (/^--from=/.test(instruction.args.trim()) && certificates.test(instruction.args.trim()))
    return { lines: [], reason: phrase("migration.certificates-copied") };
  const lines = linesOf(file, instruction);
  const head = /^\s*\S+\s+/.exec(lines[0] ?? "")?.[0];
  const flags = /^(?:--\S+\s+)*/.exec(instruction.args.trim())?.[0] ?? "";
  const owner = /--chown=(\S+)/.exec(flags)?.[1];
  if (owner === undefined) {
    if (uid === 0 || head === undefined || !(lines[0] ?? "").slice(head.length).trim()) return null;
    lines[0] = `${head}--chown=${uid}:${uid} ${(lines[0] ?? "").slice(head.length)}`;
    const system =
      /(^|[\s"])\/usr\/local\//.test(instruction.args) && runtime.product === "python" && flags.includes("--from=");
    return {
      lines,
      reason: phrase("migration.owner", { uid }),
      check: system ? phrase("migration.python-paths-check") : undefined,
    };
  }
  const [user = ""] = owner.split(":", 1);
  if (user === "root" || user === "0" || /\$/.test(owner) || knownUser(user, runtime)) return null;
  const at = lines.findIndex((line) => line.includes(`--chown=${owner}`));
  if (at < 0) return null;
  lines[at] = (lines[at] ?? "").replace(`--chown=${owner}`, `--chown=${uid}:${uid}`);
  return { lines, reason: phrase("migration.owner-name", { owner, uid }) };
}

function adaptCommand(
  file: DockerfileText,
  instruction: Instruction,
  all: readonly Instruction[],
  runtime: Runtime,
): Adapted | null {
  const { keyword, args } = instruction;
  const words = execForm(args);
  const other = all.filter((one) => one.keyword === (keyword === "CMD" ? "ENTRYPOINT" : "CMD"));
  const noEntry = keyword === "CMD" && other.length === 0;
  if (words !== null) {
    if (/^(\/(usr\/)?bin\/)?(ba|da|a)?sh$/.test(words[0] ?? "") && runtime.shell.length === 0)
      return noted(file, instruction, "migration.shell-called");
    const runner = /^(npm|npx|yarn|pnpm)$/.exec(words[0] ?? "")?.[0];
    if (runner !== undefined) return noted(file, instruction, "migration.runner", { program: runner });
    const entry = noEntry ? entryPoints[runtime.product] : undefined;
    if (entry === undefined) return null;
    const program = (words[0] ?? "").replace(/^.*\//, "");
    if (program !== entry) return noted(file, instruction, "migration.entry", { entry });
    return {
      lines: replacedArgs(file, instruction, json(words.slice(1))),
      reason: phrase("migration.entry-same", { entry }),
    };
  }
  const plain = all.some((one) => one.keyword === "SHELL") || instruction.heredoc ? null : plainWords(args);
  const hangs = other.length > 0 || (noEntry && entryPoints[runtime.product] !== undefined);
  if (plain === null || hangs)
    return noted(file, instruction, hangs && plain !== null ? "migration.shell-form-pair" : "migration.shell-form", {
      keyword,
    });
  const runner = /^(npm|npx|yarn|pnpm)$/.exec(plain[0] ?? "")?.[0];
  return {
    lines: replacedArgs(file, instruction, json(plain)),
    reason: phrase("migration.exec-form", { keyword }),
    check: runner === undefined ? undefined : phrase("migration.runner-check", { program: runner }),
  };
}

const json = (words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;

function adaptHealth(file: DockerfileText, instruction: Instruction, runtime: Runtime): Adapted | null {
  const command = /^(?:--\S+\s+)*CMD\s+([\s\S]*)$/i.exec(instruction.args.trim())?.[1];
  if (command === undefined) return null;
  const words = execForm(command);
  const shell = words === null || /(^|\/)(ba|da|a)?sh$/.test(words[0] ?? "");
  if (shell && runtime.shell.length === 0)
    return { lines: [], reason: phrase("migration.health"), check: phrase("migration.health-check") };
  const program = (words ?? [command.trim()])[0]?.split(/\s/)[0] ?? "";
  return /^(curl|wget|nc|pg_isready|redis-cli)$/.test(program)
    ? noted(file, instruction, "migration.health-program", { program })
    : null;
}
