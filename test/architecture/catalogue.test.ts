// The catalogue and the checks hold together: every rule is decided once or says why not, and every sentence exists.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { checks } from "../../main/control/checks/index.ts";
import { surroundingChecks } from "../../main/control/checks/surroundings.ts";
import { loadRules } from "../../main/data/rules.ts";
import { SurroundingFact } from "../../shared/model/surroundings.ts";
import { containerPhrases } from "../../shared/wording/phrases/container.ts";
import { controlPhrases } from "../../shared/wording/phrases/control.ts";
import { gposPhrases } from "../../shared/wording/phrases/gpos.ts";
import { hostPhrases } from "../../shared/wording/phrases/host.ts";
import { imageSrgPhrases } from "../../shared/wording/phrases/image-srg.ts";
import { packPhrases } from "../../shared/wording/phrases/pack.ts";
import { phrases } from "../../shared/wording/say.ts";

const rules = await loadRules("assets/rules");
const controls = rules.flatMap((set) => set.controls);
const decided = [...checks, ...surroundingChecks].flatMap((check) => check.decides);

describe("the catalogue and the checks", () => {
  it("name the same controls, none twice", () => {
    expect([...new Set(decided)]).toEqual(decided);
    const known = controls.map(({ id }) => id);
    expect(decided.filter((id) => !known.includes(id))).toEqual([]);
    const silent = controls.filter(({ id, unchecked }) => decided.includes(id) === (unchecked !== undefined));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("list every file of checks/", () => {
    const lists = /(?:^|\/)(?:index|surroundings)\.ts$/;
    const known = sources("main/control/checks")
      .filter((file) => lists.test(file))
      .map((file) => [file, readFileSync(file, "utf8")] as const);
    const defining = sources("main/control/checks").filter(
      (file) => !lists.test(file) && /= define(?:Surrounding)?Check\(/.test(readFileSync(file, "utf8")),
    );
    expect(defining.length).toBeGreaterThan(10);
    const isListed = (file: string) =>
      known.some(([list, text]) => dirname(list) === dirname(file) && text.includes(`"./${basename(file)}"`));
    expect(defining.filter((file) => !isListed(file))).toEqual([]);
  });

  it("have cases for each decided control", () => {
    const table = readFileSync("test/main/control/section-4.test.ts", "utf8");
    const images = decided.filter((id) => id.startsWith("cis-docker:4."));
    expect(images.filter((id) => !table.includes(`  "${id}": [`))).toEqual([]);
  });

  it("speak two languages in full, and mark what is only indicative", () => {
    for (const control of controls) {
      for (const text of [control.title, control.severityGround, control.rule, control.remediation]) {
        expect([control.id, text.en === text.de]).toEqual([control.id, false]);
      }
      const indicative = control.mappings.filter(({ framework }) => /800-190|27001|Rev\. 4/.test(framework));
      expect(indicative.filter((mapping) => mapping.indicative !== true)).toEqual([]);
      expect(control.mappings.length).toBeGreaterThan(0);
    }
    expect(JSON.stringify(rules)).not.toMatch(/certified|compliant|zertifiziert|konform/i);
  });
});

describe("the wording tables", () => {
  it("have every sentence in both languages, with the same values", () => {
    const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [key, { en, de }] of Object.entries(phrases)) {
      expect([key, en.trim() !== "", de.trim() !== ""]).toEqual([key, true, true]);
      expect([key, values(de)]).toEqual([key, values(en)]);
    }
  });

  it("hold the sentences of main/control, no more and no fewer", () => {
    const used = new Set<string>(
      sources("main/control").flatMap((file) =>
        [...readFileSync(file, "utf8").matchAll(/"((?:control|srg|gpos|host|container|pack)\.[a-z0-9-]+)"/g)].map(
          (match) => match[1] ?? "",
        ),
      ),
    );
    const notPhrases = new Set<string>(SurroundingFact.options);
    const tables = [controlPhrases, imageSrgPhrases, gposPhrases, hostPhrases, containerPhrases, packPhrases];
    const keys = tables.flatMap((table) => Object.keys(table));
    expect([...used].filter((key) => !notPhrases.has(key)).sort()).toEqual(keys.sort());
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}
