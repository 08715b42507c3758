// docs/PACKS.md tells all of what a pack can use, and its example is one.
import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { callable } from "../../../../main/control/packs/environment.ts";
import { packChecks } from "../../../../main/control/packs/pack-checks.ts";
import { loadPacks } from "../../../../main/data/pack.ts";
import { FactName } from "../../../../shared/model/facts.ts";
import { packBounds } from "../../../../shared/model/pack.ts";
import { packFolders } from "../../../support/pack-folder.ts";

const text = readFileSync("docs/PACKS.md", "utf8");
const folders = packFolders();
afterAll(folders.remove);

it("names every function, every fact and the bounds", () => {
  const names = [...callable, ...FactName.options];
  expect(names.filter((name) => !new RegExp(`[\`.]${name}[\`(]`).test(text))).toEqual([]);
  expect(text).toContain(`At most ${packBounds.files} files, ${packBounds.controls} rules`);
});

it("shows a head and a rule that load", async () => {
  const [head = "", rule = ""] = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
  const packs = await loadPacks([folders.of({ "benchmark.yaml": head, "rules.yaml": rule })]);
  expect(packChecks(packs).checks.map(({ decides }) => decides)).toEqual([["example-org:ports"]]);
});
