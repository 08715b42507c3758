// `plimsoll audit`: read, judge, keep, print, and write signed evidence when a folder is given.
import { resolve } from "node:path";
import { reachedGates } from "../../shared/gates.ts";
import type { Audit, AuditRun } from "../../shared/model/audit.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { runAudit } from "../audit.ts";
import { calendarOfRun } from "../calendar.ts";
import { pickBenchmarks } from "../catalogues.ts";
import { loadRulesArchive } from "../data/rules-archive.ts";
import { writeEvidencePack } from "../evidence/evidence-pack.ts";
import { type AuditStore, openAuditStore, previousSubjects } from "../store/audits.ts";
import { type Home, homeFolder, openHome } from "../store/home.ts";
import { type AuditOptions, gatesOf } from "./audit-options.ts";
import { printedRun, refuseFormat } from "./audit-print.ts";
import { collectRun } from "./collect-run.ts";
import { loadDecisions } from "./decision-files.ts";
import { earlierScans } from "./earlier-scans.ts";
import { errorText } from "./error-line.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { openSigner } from "./identity.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData } from "./judging-data.ts";
import { openScanner } from "./open-scanner.ts";
import { packFolders } from "./pack-folders.ts";
import { archiveFolder, runRejudge } from "./rejudge.ts";
import { pickVersions } from "./rule-versions.ts";
import { loadScanEvidence, unusedScanLines } from "./scan-results.ts";
import type { World } from "./world.ts";

export async function runAuditCommand(
  images: readonly string[],
  options: AuditOptions,
  world: World,
): Promise<ExitCode> {
  refuseFormat(options.format, images, options.from);
  if (options.from !== undefined) return runRejudge(options.from, images, options, world);
  const on = judgedDay(options.on, world.clock);
  const catalogues = await judgingData(options, world, await packFolders(options.pack, world));
  const archived = options.rules === undefined ? [] : await loadRulesArchive(archiveFolder(world.assets));
  const rules = pickBenchmarks(pickVersions(catalogues.rules, archived, options.rules), options.benchmark);
  const decisions = await loadDecisions(options, world, catalogues.rules);
  const scans = await loadScanEvidence(options, world);
  const language = options.lang ?? world.language;
  const scanner = await openScanner(options, world);
  // State that cannot be used does not stop the audit itself: the result is printed, then the failure, exit 2.
  const troubles: unknown[] = [];
  const home = await orTrouble(() => openHome(homeFolder(world.env["PLIMSOLL_HOME"])), troubles);
  const store = home === null ? null : openAuditStore(home.audits);
  let run: AuditRun;
  try {
    run = await collectRun(
      runAudit(
        {
          ...catalogues,
          ...decisions,
          ...(scans === null ? {} : { scans }),
          rules,
          on,
          scanner,
          clock: world.clock,
          tool: world.tool,
          previous: await previousOf(store, troubles),
          ...(store === null ? {} : { previousSubject: orTroubleEach(previousSubjects(store), troubles) }),
          ...(store === null ? {} : { earlierScans: earlierOf(store, troubles) }),
        },
        {
          images: images.length === 0 ? null : images,
          ...(options.scope === undefined ? {} : { scopes: options.scope }),
        },
        world.signal,
      ),
      world,
    );
  } finally {
    await scanner.close();
  }

  const printed = await orTrouble(async () => printedRun(run, options.format, rules, language), troubles);
  if (printed !== null) world.stdout.write(printed);
  for (const line of unusedScanLines(scans, run.images)) world.stderr.write(`plimsoll: ${line}\n`);
  for (const { message } of run.errors) world.stderr.write(`plimsoll: ${message}\n`);
  if (store !== null) await orTrouble(() => store.keep(run), troubles);
  if (options.output !== undefined && home !== null) {
    const folder = resolve(world.cwd, options.output);
    const pack = await orTrouble(() => writeEvidence(run, folder, home), troubles);
    if (pack !== null) world.stderr.write(`report: ${pack.report}\n`);
  }
  for (const trouble of distinct(troubles))
    world.stderr.write(errorText(trouble, "en", world.env["PLIMSOLL_VERBOSE"] === "1"));

  const gates = reachedGates(run, gatesOf(options));
  for (const gate of gates) world.stderr.write(`plimsoll: gate reached, ${gate}\n`);
  if (run.errors.length > 0 || troubles.length > 0) return exitCodes.notAllDone;
  return gates.length > 0 ? exitCodes.gateReached : exitCodes.done;

  async function writeEvidence(done: AuditRun, folder: string, at: Home): Promise<{ report: string }> {
    const signer = await openSigner(world, at, options);
    return writeEvidencePack({
      run: done,
      calendar: calendarOfRun(done, language),
      rules,
      language,
      folder,
      signer,
      fontsFolder: world.fonts,
      assetsFolder: world.assets,
      host: { name: world.host.name, os: world.host.os },
      operator: world.host.user,
      createdAt: world.instant(),
    });
  }
}

/** Earlier audits give `firstSeen`; where they cannot be read that is said once, and every finding counts as new. */
async function previousOf(
  store: AuditStore | null,
  troubles: unknown[],
): Promise<(imageId: string) => Promise<Audit | null>> {
  const newest = store === null ? null : await orTrouble(() => store.newestAudits(), troubles);
  return async (imageId) => {
    if (newest === null) return null;
    return (await orTrouble(() => newest(imageId), troubles))?.audit ?? null;
  };
}

/** Where earlier scans cannot be read that is said, and every vulnerability counts as new. */
function earlierOf(store: AuditStore, troubles: unknown[]): ReturnType<typeof earlierScans> {
  const read = earlierScans(store);
  return async (image) => (await orTrouble(() => read(image), troubles)) ?? [];
}

function orTroubleEach<A extends unknown[], T>(work: (...given: A) => Promise<T | null>, troubles: unknown[]) {
  return (...given: A) => orTrouble(() => work(...given), troubles);
}

async function orTrouble<T>(work: () => Promise<T>, troubles: unknown[]): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    troubles.push(error);
    return null;
  }
}

/** The same failure once: every image would repeat it. */
function distinct(troubles: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return troubles.filter((trouble) => {
    const key = trouble instanceof FailureError ? JSON.stringify(trouble.failure) : String(trouble);
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
