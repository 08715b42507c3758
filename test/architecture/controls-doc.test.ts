// docs/CONTROLS.md says what the catalogue and the checks say: `UPDATE_DOCS=1` writes its generated parts, a person reviews them.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { loadRules } from "../../main/data/rules.ts";
import { caseTables, type Part, partsOf, withPart } from "../support/controls-doc.ts";

const path = "docs/CONTROLS.md";
const rules = await loadRules("assets/rules");
const parts = partsOf(rules, await caseTables());
const names = Object.keys(parts) as Part[];

if (process.env["UPDATE_DOCS"] === "1") {
  const document = names.reduce((text, name) => withPart(text, name, parts[name]), readFileSync(path, "utf8"));
  writeFileSync(path, document);
}

it.each(names)("its part on %s is up to date; UPDATE_DOCS=1 writes it", (name) => {
  const document = readFileSync(path, "utf8");
  expect(document).toBe(withPart(document, name, parts[name]));
});

it("holds all of the 467 rules", () => {
  expect(Object.fromEntries(rules.map(({ id, controls }) => [id, controls.length]))).toEqual({
    "cis-docker": 118,
    "dhi-gpos": 198,
    "docker-ee-stig": 101,
    "image-srg": 50,
  });
});
