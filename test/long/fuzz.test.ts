// 200,000 archives with changes, always the same ones. Every way in which reading goes wrong is one finding; each is to be
// kept as a file in test/cases/regressions.
import { expect, it } from "vitest";
import { machineLine, writeProof } from "../../scripts/test/proof.mjs";
import { type FuzzTally, runFuzz } from "../support/fuzz/run-fuzz.ts";
import { seeds } from "../support/fuzz/seeds.ts";

const inputs = 200_000;
const seed = 20_261_124;
const outcomes = ["facts", "both", "failed", "refused", "empty", "wrong"] as const;

it("200,000 archives with changes are read, or refused for a reason", { timeout: 3 * 3_600_000 }, async () => {
  const began = process.hrtime.bigint();
  const tally = await runFuzz({ inputs, seed });
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  writeProof("docs/PROOF.md", "fuzz", sectionOf(tally, seconds));
  expect(tally.findings).toEqual([]);
  expect(seeds.length).toBeGreaterThanOrEqual(12);
  expect([...tally.bySeed.values()].reduce((sum, row) => sum + (row["inputs"] ?? 0), 0)).toBe(inputs);
});

function sectionOf({ bySeed, findings, repeated }: FuzzTally, seconds: number): string[] {
  const rows = [...bySeed].map(
    ([name, row]) => `| ${name} | ${row["inputs"]} | ${outcomes.map((each) => row[each] ?? 0).join(" | ")} |`,
  );
  return [
    "## Archives with changes",
    "",
    machineLine(),
    "",
    `${inputs.toLocaleString("en")} inputs from ${bySeed.size} seeds, seed of the draw ${seed}, ${Math.round(seconds)} s; ` +
      `${repeated.toLocaleString("en")} of them read twice with the same answer. ${findings.length} findings.`,
    "",
    "Each input is an archive with one to four changes: bits, bytes, numbers, blocks, ends, fields of tar headers, tokens of",
    "JSON. Where a change is made before a digest is taken, the digest is right. `read`: facts of every image; `partly`: of",
    "some; `failed`: a reason for each image; `refused`: a reason for the whole archive; `none`: no image named any more;",
    "`wrong`: a crash, an unexpected failure, another answer the second time, another shape, or a secret.",
    "",
    "| seed | inputs | read | partly | failed | refused | none | wrong |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
    ...findings.map(({ seed: name, mutations, problem }) => {
      return `\n- ${name} ${JSON.stringify(mutations)}: ${problem.split("\n")[0]}`;
    }),
  ];
}
