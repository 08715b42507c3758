// `plimsoll report make`: the evidence of a kept run, or a form over the images of kept audits or of a source.
import { resolve } from "node:path";
import { FailureError } from "../../shared/model/failure.ts";
import { calendarOfRun } from "../calendar.ts";
import { loadCatalogues } from "../catalogues.ts";
import { loadRulesArchive } from "../data/rules-archive.ts";
import { writeEvidencePack } from "../evidence/evidence-pack.ts";
import { openAuditStore } from "../store/audits.ts";
import { homeFolder, openHome } from "../store/home.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { openSigner } from "./identity.ts";
import { packFolders } from "./pack-folders.ts";
import { archiveFolder } from "./rejudge.ts";
import type { ReportMakeOptions } from "./report-options.ts";
import { makeReview } from "./review.ts";
import type { World } from "./world.ts";

export function makeReport(words: readonly string[], options: ReportMakeOptions, world: World): Promise<ExitCode> {
  return options.form === undefined ? makeEvidence(words, options, world) : makeReview(words, options, world);
}

/** Options that mean something with a form alone; beside a kept run each would be ignored without a word. */
const formOnly = ["periodEnd", "technologies", "entitlements", "lifecycle", "on"] as const;
const sourceOnly = ["archive", "layout", "sample", "context", "engine", "insecure", "platform"] as const;

async function makeEvidence(words: readonly string[], options: ReportMakeOptions, world: World): Promise<ExitCode> {
  const [id] = words;
  if (id === undefined || words.length > 1)
    throw usage("give the one kept run that the report is of (see plimsoll history), or --form pci-12.3.4");
  const stray = [...formOnly, ...sourceOnly].find((name) => options[name] !== undefined);
  if (stray !== undefined)
    throw usage(`--${stray.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} goes with --form`);
  const home = await openHome(homeFolder(world.env["PLIMSOLL_HOME"]));
  const kept = await openAuditStore(home.audits).run(id);
  if (kept === null) throw usage(`no kept run ${id}; see plimsoll history`);
  const [catalogues, archived] = await Promise.all([
    loadCatalogues(world.assets, await packFolders(undefined, world)),
    loadRulesArchive(archiveFolder(world.assets)),
  ]);
  const pack = await writeEvidencePack({
    run: kept.run,
    calendar: calendarOfRun(kept.run, options.lang ?? world.language),
    rules: [...catalogues.rules, ...archived],
    language: options.lang ?? world.language,
    folder: resolve(world.cwd, options.output),
    signer: await openSigner(world, home, options),
    fontsFolder: world.fonts,
    assetsFolder: world.assets,
    host: { name: world.host.name, os: world.host.os },
    operator: world.host.user,
    createdAt: world.instant(),
  });
  world.stdout.write(`report: ${pack.report}\n`);
  return exitCodes.done;
}

function usage(cause: string): FailureError {
  return new FailureError({ kind: "usage", cause });
}
