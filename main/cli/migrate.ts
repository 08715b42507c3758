// `plimsoll migrate`: a Dockerfile's move to hardened images, as a patch on stdout with its reasons on stderr, or as JSON.
import { open } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { TextDecoder } from "node:util";
import { readableJson } from "../../shared/canonical-json.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { Migration, MigrationAnswer } from "../../shared/model/migration.ts";
import type { Language, Phrase } from "../../shared/model/phrase.ts";
import { plainText } from "../../shared/plain-text.ts";
import { say } from "../../shared/wording/say.ts";
import { migrateDockerfile } from "../advice/migrate/migrate-dockerfile.ts";
import { maximumBytes } from "../advice/migrate/read-dockerfile.ts";
import { loadHardened } from "../data/hardened-catalogue.ts";
import { fileCause } from "../file-error.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { World } from "./world.ts";

export interface MigrateOptions {
  readonly format: "patch" | "json";
  readonly lang?: Language;
}

/** Exit 0 also where a base stays as it is; FailureError `not-readable` for what is not there or no Dockerfile. */
export async function runMigrate(path: string, options: MigrateOptions, world: World): Promise<ExitCode> {
  const file = resolve(world.cwd, path);
  const [text, catalogue] = await Promise.all([
    readText(file),
    loadHardened(join(world.assets, "data", "hardened.json")),
  ]);
  const migration = named(file, () => migrateDockerfile(text, basename(file), catalogue));
  if (options.format === "json") {
    const { source, date } = catalogue;
    world.stdout.write(readableJson(answerOf(migration, { source, date }, options.lang ?? "en")));
    return exitCodes.done;
  }
  world.stdout.write(migration.patch);
  world.stderr.write(reasonsText(migration, options.lang ?? world.language));
  return exitCodes.done;
}

async function readText(path: string): Promise<string> {
  const refuse = (cause: string, error?: unknown): never => {
    throw new FailureError({ kind: "not-readable", path, cause }, { cause: error });
  };
  let bytes = new Uint8Array();
  try {
    const handle = await open(path);
    try {
      const found = await handle.stat();
      if (!found.isFile()) refuse("it is no file");
      if (found.size > maximumBytes) refuse(`no Dockerfile: longer than ${maximumBytes / 1024} KiB`);
      bytes = new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof FailureError) throw error;
    refuse(fileCause(error), error);
  }
  try {
    // A byte order mark is part of the lines that a patch has to match.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    return refuse("no Dockerfile: it is not UTF-8", error);
  }
}

/** The reader knows the file's name alone; a failure says the whole path. */
function named(path: string, work: () => Migration): Migration {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== "not-readable") throw error;
    throw new FailureError({ ...error.failure, path }, { cause: error });
  }
}

function answerOf(migration: Migration, catalogue: MigrationAnswer["catalogue"], language: Language): MigrationAnswer {
  const said = ({ reasons, checks }: { reasons: readonly Phrase[]; checks: readonly Phrase[] }) => ({
    reason: sentences(reasons, language),
    check: checks.length === 0 ? null : sentences(checks, language),
  });
  return {
    schema: "plimsoll/migration@1",
    name: migration.name,
    catalogue,
    patch: migration.patch,
    hunks: migration.hunks.map(({ line, before, after, ...why }) => ({ line, before, after, ...said(why) })),
    notes: migration.notes.map(({ line, ...why }) => ({ line, ...said(why) })),
    bases: migration.bases.map(({ line, from, to, why }) => ({ line, from, to, why: say(why, language) })),
  };
}

/** Each sentence once. */
const each = (phrases: readonly Phrase[], language: Language): string[] => [
  ...new Set(phrases.map((one) => say(one, language))),
];
const sentences = (phrases: readonly Phrase[], language: Language): string => each(phrases, language).join("; ");

/** One line a hunk with its reason, below it what to check; last the bases that stay. */
function reasonsText({ hunks, notes, bases }: Migration, language: Language): string {
  const lines: string[] = [];
  const put = (line: number, reasons: readonly Phrase[], checks: readonly Phrase[]): void => {
    const [first = "", ...more] = each(reasons, language);
    lines.push(`${words.line[language]} ${line}: ${first}`, ...more.map((reason) => `  ${reason}`));
    lines.push(...each(checks, language).map((check) => `  ${words.check[language]}: ${check}`));
  };
  const all = [...hunks, ...notes].sort((a, b) => a.line - b.line);
  for (const { line, reasons, checks } of all) put(line, reasons, checks);
  for (const { line, from, to, why, hardened } of bases) {
    if (to !== null || hardened) continue;
    lines.push(
      `${words.line[language]} ${line}: ${words.stays[language]} ${plainText(from, 300)}: ${say(why, language)}`,
    );
  }
  return lines.map((line) => `${line}\n`).join("");
}

const words = {
  line: { en: "line", de: "Zeile" },
  check: { en: "check", de: "prüfen" },
  stays: { en: "base stays", de: "Basis bleibt" },
} as const satisfies Record<string, Record<Language, string>>;
