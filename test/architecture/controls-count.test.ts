// How much is decided by evidence, against the reference: each of its rows that has evidence other than a person's word has a
// check, and cases in which it passes, fails and lacks its evidence, or stands among the exceptions with a reason.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checks } from "../../main/control/checks/index.ts";
import { surroundingChecks } from "../../main/control/checks/surroundings.ts";
import type { Status } from "../../shared/model/finding.ts";
import { caseTables } from "../support/controls-doc.ts";
import { needsReference, referenceFolder } from "../support/reference-folder.ts";

interface Row {
  readonly id: string;
  readonly group?: string;
  readonly evaluable_from: string;
}
const read = (name: string) => JSON.parse(readFileSync(`${referenceFolder}/${name}`, "utf8")) as Row[];
const decided = new Set([...checks, ...surroundingChecks].flatMap((check) => check.decides));
const wanted: readonly Status[] = ["pass", "fail", "not-assessed"];
const tables = await caseTables();
const document = readFileSync("docs/CONTROLS.md", "utf8");

/** Rows of the DHI profile that are tested there, without the two that need the host. */
function testedRules(): string[] {
  const text = readFileSync(`${referenceFolder}/dhi.md`, "utf8");
  const families = [...text.matchAll(/^- \*\*([a-z-]+)\*\* \((\d+)\): (.*)$/gm)].filter(
    ([, family]) => family !== "aslr",
  );
  return families.flatMap(([, , , rules = ""]) => [...rules.matchAll(/V-\d+/g)].map(([id]) => `dhi-gpos:${id}`));
}

const benchmarks: readonly (readonly [string, number, () => string[]])[] = [
  [
    "cis-docker",
    111,
    () =>
      read("controls-cis-docker.json")
        .filter((row) => row.evaluable_from !== "manual")
        .map(({ id }) => `cis-docker:${id}`),
  ],
  [
    "docker-ee-stig",
    73,
    () =>
      read("controls-stig.json")
        .filter((row) => row.group === "docker-enterprise-stig" && row.evaluable_from !== "manual")
        .map(({ id }) => `docker-ee-stig:${id}`),
  ],
  [
    "image-srg",
    50,
    () =>
      read("controls-stig.json")
        .filter((row) => row.group !== "docker-enterprise-stig")
        .map(({ id }) => `image-srg:${id.slice(id.indexOf("#") + 1)}`),
  ],
  ["dhi-gpos", 89, testedRules],
];

for (const [benchmark, count, rowsOf] of benchmarks) {
  it(`${benchmark}: ${count} rows have evidence other than a person's word`, (ctx) => {
    needsReference(ctx);
    const rows = rowsOf();
    expect(new Set(rows).size).toBe(count);
    expect(rows.filter((id) => !decided.has(id))).toEqual([]);
    // Section 4 of CIS has a table of its own that asks for the same: test/main/control/section-4.test.ts.
    const incomplete = rows
      .filter((id) => !id.startsWith("cis-docker:4.") && tables.exceptions[id] === undefined)
      .flatMap((id) => {
        const missing = wanted.filter((status) => tables.statuses[id]?.includes(status) !== true);
        return missing.length === 0 ? [] : [`${id} has no case for ${missing.join(", ")}`];
      });
    expect(incomplete).toEqual([]);
    for (const id of rows) if (tables.exceptions[id] !== undefined) expect(document).toContain(`\`${id}\``);
  });
}
