// `plimsoll report make --form pci-12.3.4`: the review of technologies over the images of kept audits, or of a source.
import { resolve } from "node:path";
import { parseDay } from "../../shared/calendar-day.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { type ReviewGroup, reviewGroups, type TechnologyReview } from "../../shared/model/technology.ts";
import { reviewWords } from "../../shared/wording/review/words.ts";
import type { Catalogues } from "../catalogues.ts";
import { loadTechnologies, loadTechnologiesIfThere } from "../data/technologies.ts";
import { writeReviewPack } from "../evidence/review/review-pack.ts";
import { type ReviewBasis, refuseEmpty, reviewKept, reviewRun } from "../review.ts";
import { openAuditStore } from "../store/audits.ts";
import { type Home, homeFolder, openHome } from "../store/home.ts";
import { entitlementsOf } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { openSigner } from "./identity.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData } from "./judging-data.ts";
import { namesSource, readUnkept } from "./read-unkept.ts";
import type { ReportMakeOptions } from "./report-options.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export async function makeReview(
  words: readonly string[],
  options: ReportMakeOptions,
  world: World,
): Promise<ExitCode> {
  const home = await openHome(homeFolder(world.env["PLIMSOLL_HOME"]));
  const catalogues = await judgingData(options, world);
  const basis = await basisOf(options, home, world);
  const review = namesSource(options)
    ? await ofSource(words, options, catalogues, basis, world)
    : await reviewKept(openAuditStore(home.audits), catalogues.lifecycle, basis, words);
  refuseEmpty(review);
  const language = options.lang ?? world.language;
  const pack = await writeReviewPack({
    review,
    language,
    folder: resolve(world.cwd, options.output),
    signer: await openSigner(world, home, options),
    fontsFolder: world.fonts,
    assetsFolder: world.assets,
    hardened: { source: catalogues.hardened.source, date: catalogues.hardened.date },
    host: { name: world.host.name, os: world.host.os },
    operator: world.host.user,
    signedAt: world.instant(),
  });
  world.stdout.write(countTable(review, language));
  world.stdout.write(`report: ${pack.report}\n`);
  for (const { message } of review.population.errors) world.stderr.write(`plimsoll: ${message}\n`);
  return review.population.errors.length > 0 ? exitCodes.notAllDone : exitCodes.done;
}

async function basisOf(options: ReportMakeOptions, home: Home, world: World): Promise<ReviewBasis> {
  const { technologies, periodEnd } = options;
  const until = periodEnd === undefined ? null : parseDay(periodEnd);
  if (periodEnd !== undefined && until === null) {
    const cause = `option '--period-end <day>' argument '${periodEnd}' is invalid. give a day that exists as YYYY-MM-DD`;
    throw new FailureError({ kind: "usage", cause });
  }
  return {
    technologies:
      technologies === undefined
        ? await loadTechnologiesIfThere(home.technologies)
        : await loadTechnologies(resolve(world.cwd, technologies)),
    entitlements: await entitlementsOf(options, world),
    tool: world.tool,
    on: judgedDay(options.on, world.clock),
    timeZone: world.clock.zone(),
    createdAt: world.clock.now(),
    ...(until === null ? {} : { periodEnd: until }),
  };
}

async function ofSource(
  words: readonly string[],
  options: ReportMakeOptions,
  catalogues: Catalogues,
  basis: ReviewBasis,
  world: World,
): Promise<TechnologyReview> {
  const { entitlements, on } = basis;
  const question = { names: words, options, catalogues, entitlements, on, rules: [] };
  return reviewRun(await readUnkept(question, world), basis, words);
}

/** How many technologies stand where, and what is missing how often: what a person sees before opening the form. */
function countTable({ counts }: TechnologyReview, language: "en" | "de"): string {
  const { groups, gaps, care } = reviewWords[language];
  const inGroups = reviewGroups.map((group: ReviewGroup): [string, string] => [
    groups[group],
    String(counts.byGroup[group]),
  ]);
  const missing = Object.entries(counts.gaps)
    .filter(([, count]) => count > 0)
    .map(([gap, count]): [string, string] => [gaps[gap as keyof typeof gaps], String(count)]);
  return textTable([care.technology, care.count], [...inGroups, ...missing]);
}
