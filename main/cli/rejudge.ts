// `plimsoll audit --from`: a stored audit judged again, and what changed and why. Nothing is read but the file.
import { join, resolve } from "node:path";
import { readableJson } from "../../shared/canonical-json.ts";
import { reachedGates } from "../../shared/gates.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import { BenchmarkId, type RuleSet } from "../../shared/model/control.ts";
import { FailureError } from "../../shared/model/failure.ts";
import { pickBenchmarks } from "../catalogues.ts";
import { loadRulesArchive } from "../data/rules-archive.ts";
import { rejudge } from "../rejudge.ts";
import { type AuditOptions, gatesOf } from "./audit-options.ts";
import { loadDecisions } from "./decision-files.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { judgedDay } from "./judged-day.ts";
import { judgingData } from "./judging-data.ts";
import { packFolders } from "./pack-folders.ts";
import { readAudit } from "./read-audit.ts";
import { rejudgementText } from "./rejudgement-text.ts";
import { pickVersions } from "./rule-versions.ts";
import { loadScanEvidence, unusedScanLines } from "./scan-results.ts";
import type { World } from "./world.ts";

/** Where the rule sets of earlier versions lie. */
export function archiveFolder(assets: string): string {
  return join(assets, "rules-archive");
}

/**
 * Judges the audit in `file` again: by the benchmarks it was judged by and those of packs that are given, or by those that
 * `--benchmark` names. Throws FailureError `usage` for options that choose what is read, and for a benchmark or version that
 * is not at hand.
 */
export async function runRejudge(
  file: string,
  images: readonly string[],
  options: AuditOptions,
  world: World,
): Promise<ExitCode> {
  refuseReading(images, options);
  const on = judgedDay(options.on, world.clock);
  const packs = await packFolders(options.pack, world);
  const catalogues = await judgingData(options, world, packs);
  const archived = await loadRulesArchive(archiveFolder(world.assets));
  const decisions = await loadDecisions(options, world, catalogues.rules);
  const scans = await loadScanEvidence(options, world);
  const before = await readAudit(resolve(world.cwd, file));
  const current = pickVersions(catalogues.rules, archived, options.rules);
  const rules = pickBenchmarks(current, options.benchmark ?? judgedBy(before, catalogues.rules));
  const { clock, tool } = world;
  const known = [...catalogues.rules, ...archived];
  const answer = rejudge(before, {
    ...catalogues,
    ...decisions,
    ...(scans === null ? {} : { scans }),
    rules,
    known,
    on,
    clock,
    tool,
  });

  const language = options.lang ?? world.language;
  world.stdout.write(options.format === "json" ? readableJson(answer) : rejudgementText(answer, rules, language));
  for (const line of unusedScanLines(scans, answer.run.images)) world.stderr.write(`plimsoll: ${line}\n`);
  for (const { message } of answer.run.errors) world.stderr.write(`plimsoll: ${message}\n`);
  const gates = reachedGates(answer.run, gatesOf(options));
  for (const gate of gates) world.stderr.write(`plimsoll: gate reached, ${gate}\n`);
  return gates.length > 0 ? exitCodes.gateReached : exitCodes.done;
}

/** The benchmarks of the stored audit, and packs: a pack's rules are asked for by naming its folder. */
function judgedBy({ rules }: AuditRun, all: readonly RuleSet[]): string[] {
  const stored = rules.map(({ benchmark }) => benchmark);
  const missing = stored.filter((id) => !all.some((set) => set.id === id));
  if (missing.length > 0) {
    const cause = `the audit was also judged by ${missing.join(", ")}, which is not at hand; give its folder with --pack, or name benchmarks with --benchmark`;
    throw new FailureError({ kind: "usage", cause });
  }
  const packs = all.filter(({ id }) => !stored.includes(id) && !isBuiltIn(id));
  return [...stored, ...packs.map(({ id }) => id)];
}

function isBuiltIn(id: string): boolean {
  return BenchmarkId.safeParse(id).success;
}

/** Options that choose what is read, or that only a fresh audit can fill, have no meaning for a stored one. */
function refuseReading(images: readonly string[], options: AuditOptions): void {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const refused = given.map(([name]) => name).filter((name) => reading.includes(name));
  const [first] = images.length > 0 ? ["IMAGE"] : refused.map((name) => `--${name}`);
  if (first === undefined) return;
  throw new FailureError({
    kind: "usage",
    cause: `${first} has no meaning with --from, which reads the stored audit alone`,
  });
}

const reading: readonly string[] = [
  ...["archive", "layout", "sample", "context", "engine", "insecure", "platform", "registry"],
  ...["scope", "output", "jobs"],
];
