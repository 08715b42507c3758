// `plimsoll history list|show|compare`: audits kept, and what changed between two.
import { readableJson } from "../../shared/canonical-json.ts";
import { compareRuns, type RunComparison } from "../../shared/compare-runs.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { Status } from "../../shared/model/finding.ts";
import { plainText } from "../../shared/plain-text.ts";
import { addCounts, emptyCounts } from "../../shared/summary.ts";
import { say } from "../../shared/wording/say.ts";
import { lifecycleWords, statusWords } from "../../shared/wording/status.ts";
import { loadCatalogues } from "../catalogues.ts";
import { type AuditStore, openAuditStore } from "../store/audits.ts";
import { homeFolder, openHome } from "../store/home.ts";
import { auditTable } from "./audit-table.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface HistoryOptions {
  readonly format: Format;
}

async function openStore(world: World): Promise<AuditStore> {
  return openAuditStore((await openHome(homeFolder(world.env["PLIMSOLL_HOME"]))).audits);
}

export async function listRuns(options: HistoryOptions, world: World): Promise<ExitCode> {
  const runs = await (await openStore(world)).runs();
  if (options.format === "json") {
    world.stdout.write(`${JSON.stringify({ schema: "plimsoll/history@1", runs }, null, 2)}\n`);
    return exitCodes.done;
  }
  if (runs.length === 0) {
    world.stdout.write("No audit is kept yet; plimsoll audit makes the first.\n");
    return exitCodes.done;
  }
  const rows = runs.map((run) => {
    const counts = run.images.reduce((sum, image) => addCounts(sum, image.summary.byStatus), emptyCounts());
    return [
      run.run.slice(0, 12),
      run.finishedAt.replace(/\.\d+Z$/, "Z"),
      run.on,
      plainText(run.source, 40),
      String(run.images.length),
      String(run.errors),
      String(counts.fail),
      String(counts["not-assessed"]),
    ];
  });
  world.stdout.write(
    textTable(["run", "finished", "as of", "source", "images", "unreadable", "fail", "not assessed"], rows),
  );
  return exitCodes.done;
}

export async function showRun(id: string, options: HistoryOptions, world: World): Promise<ExitCode> {
  const { run } = await keptRun(await openStore(world), id);
  if (options.format === "json") world.stdout.write(readableJson(run));
  else world.stdout.write(auditTable(run, (await loadCatalogues(world.assets)).rules, world.language));
  return exitCodes.done;
}

export async function compareKept(
  before: string,
  after: string,
  options: HistoryOptions,
  world: World,
): Promise<ExitCode> {
  const store = await openStore(world);
  const comparison = compareRuns((await keptRun(store, before)).run, (await keptRun(store, after)).run);
  world.stdout.write(options.format === "json" ? readableJson(comparison) : comparisonText(comparison));
  return exitCodes.done;
}

async function keptRun(store: AuditStore, id: string): Promise<{ run: AuditRun }> {
  const kept = await store.run(id);
  if (kept === null) throw new FailureError({ kind: "usage", cause: `no kept run ${id}; see plimsoll history list` });
  return kept;
}

function comparisonText(comparison: RunComparison): string {
  const lines: string[] = [];
  for (const name of comparison.appeared) lines.push(`new image  ${plainText(name)}`);
  for (const name of comparison.gone) lines.push(`gone       ${plainText(name)}`);
  for (const image of comparison.changed) {
    lines.push(`${plainText(image.reference)}${image.rebuilt ? " (another build under the same name)" : ""}`);
    for (const change of image.findings) {
      lines.push(
        `  ${change.direction.padEnd(6)} ${change.control}  ${word(change.before)} -> ${word(change.after)}  ${change.title}`,
      );
    }
    for (const change of image.lifecycle) {
      const from = change.before === null ? "–" : lifecycleWords[change.before].en;
      const to = change.after === null ? "–" : lifecycleWords[change.after].en;
      lines.push(`  support ${plainText(change.component)}  ${from} -> ${to}`);
    }
    if (image.surface !== undefined) lines.push(`  surface ${image.surface.map((each) => say(each, "en")).join(", ")}`);
  }
  if (lines.length === 0) lines.push("nothing changed in the images");
  for (const cause of comparison.causes) lines.push(`because    ${plainText(cause)}`);
  return `${lines.join("\n")}\n`;
}

function word(status: Status | null): string {
  return status === null ? "–" : statusWords[status].en;
}
