// `plimsoll data status|refresh|import`: the data that judges, its age, and newer data for it.
import { resolve } from "node:path";
import { readableJson } from "../../shared/canonical-json.ts";
import type { DataOutcome } from "../../shared/model/data-status.ts";
import { failureOf } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { say } from "../../shared/wording/say.ts";
import { embeddedLifecycle, loadCatalogues } from "../catalogues.ts";
import { loadCurrentLifecycle } from "../data/current-lifecycle.ts";
import { dataStatus } from "../data/data-status.ts";
import { importLifecycle } from "../data/import-lifecycle.ts";
import { refreshLifecycle } from "../data/refresh-lifecycle.ts";
import { homeFolder, openHome } from "../store/home.ts";
import { forceHint, outcomeText, statusText } from "./data-text.ts";
import { errorText } from "./error-line.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { judgedDay } from "./judged-day.ts";
import { dataHome, type OwnDatesOption } from "./judging-data.ts";
import type { World } from "./world.ts";

export interface DataOptions extends OwnDatesOption {
  /** Read by judged-day.ts. */
  readonly on?: string;
  readonly format: Format;
  readonly lang?: Language;
}
export interface DataRefreshOptions extends Pick<DataOptions, "format" | "lang"> {
  readonly force?: boolean;
  readonly url?: string;
}
export interface DataImportOptions extends Pick<DataOptions, "format" | "lang"> {
  readonly digest?: string;
}

/** 2 where the file of own dates cannot be used: no command would judge beside it. */
export async function showData(options: DataOptions, world: World): Promise<ExitCode> {
  const on = judgedDay(options.on, world.clock);
  const { rules, hardened } = await loadCatalogues(world.assets);
  const { data: folder, ownLifecycle: file, named } = dataHome(options, world);
  const own = { file, named };
  const status = await dataStatus({ embedded: embeddedLifecycle(world.assets), folder, own }, rules, hardened, on);
  if (options.format === "json") world.stdout.write(readableJson({ schema: "plimsoll/data-status@1", ...status }));
  else world.stdout.write(statusText(status, options.lang ?? world.language));
  return status.own !== null && "failure" in status.own ? exitCodes.notAllDone : exitCodes.done;
}

export async function refreshData(options: DataRefreshOptions, world: World): Promise<ExitCode> {
  const { force = false, url } = options;
  const { folder, known } = await inUse(world);
  const request = { folder, known, force, now: world.instant(), version: world.tool.version };
  const address = url === undefined ? {} : { address: url };
  return told(() => refreshLifecycle({ ...request, ...address }, world.signal), options, world);
}

export async function importData(file: string, options: DataImportOptions, world: World): Promise<ExitCode> {
  const { digest } = options;
  const { folder, known } = await inUse(world);
  const request = { folder, known, path: resolve(world.cwd, file), now: world.instant() };
  return told(() => importLifecycle(digest === undefined ? request : { ...request, digest }), options, world);
}

/** The folder of refreshed data, and the data in use without own dates. What was noticed while reading it goes to stderr. */
async function inUse(world: World) {
  const { data: folder } = await openHome(homeFolder(world.env["PLIMSOLL_HOME"]));
  const { catalogue: known, notes } = await loadCurrentLifecycle(embeddedLifecycle(world.assets), folder);
  for (const note of notes) world.stderr.write(`plimsoll: ${say(note, world.language)}\n`);
  return { folder, known };
}

/** Prints the outcome; what was refused is a line in the person's language, and 2. */
async function told(
  work: () => Promise<DataOutcome>,
  { format, lang }: Pick<DataOptions, "format" | "lang">,
  world: World,
): Promise<ExitCode> {
  const language = lang ?? world.language;
  try {
    const outcome = await work();
    if (format === "json") world.stdout.write(readableJson({ schema: "plimsoll/data-outcome@1", ...outcome }));
    else world.stdout.write(outcomeText(outcome, language));
    return exitCodes.done;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind !== "data-refused") throw error;
    world.stderr.write(errorText(error, language, world.env["PLIMSOLL_VERBOSE"] === "1"));
    if (failure.why.key === "data.wait") world.stderr.write(forceHint(language));
    return exitCodes.notAllDone;
  }
}
