// docs/BENCHMARK.md: what was measured, on which machine and day, beside the goal, and what is left where one is missed.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";

export interface Row {
  readonly what: string;
  readonly goal: string;
  /** What both sides took, in words with units. */
  readonly measured: string;
  readonly ratio: string;
  readonly holds: boolean | null;
}

const path = "docs/BENCHMARK.md";
const start = "<!-- measured -->";
const end = "<!-- end -->";

/** Replaces the measured part of the file; what people wrote around it stays. */
export function writeBenchmark(rows: readonly Row[], rounds: number, on: string): void {
  const text = readFileSync(path, "utf8");
  const [before = "", rest = ""] = text.split(start);
  const after = rest.split(end)[1] ?? "";
  writeFileSync(path, `${before}${start}\n\n${machine(rounds, on)}\n\n${table(rows)}\n\n${end}${after}`);
}

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const verdict = ({ holds }: Row) => (holds === null ? "–" : holds ? "yes" : "**no**");
  return [
    "| what | goal | measured | ratio | held |",
    "| --- | --- | --- | --- | --- |",
    ...rows.map((row) => `| ${row.what} | ${row.goal} | ${row.measured} | ${row.ratio} | ${verdict(row)} |`),
  ].join("\n");
}

function machine(rounds: number, on: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    `Measured on ${on}: ${cpu?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${memory} GiB, ` +
    `Linux ${release().split("-")[0]}, Node ${process.versions.node}; medians of ${rounds}, both sides by turns.`
  );
}
