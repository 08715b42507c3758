// What the window's audits take from the state folder.
import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { keptPacks } from "../../../main/data/pack.ts";
import { keptDecisions } from "../../../main/desktop/kept-decisions.ts";
import { type Home, homeLayout } from "../../../main/store/home.ts";

const { rules } = await loadCatalogues("assets");
let home: Home;
beforeEach(async () => {
  home = homeLayout(await mkdtemp(join(tmpdir(), "plimsoll-kept-")));
});

it("is nothing where there are no files", async () => {
  expect(await keptDecisions(home, rules)).toEqual({});
  expect(await keptPacks(home.packs)).toEqual([]);
});

it("is the policy with its digest, beside waivers and answers", async () => {
  await cp("docs/examples/policy.yaml", home.policy);
  await cp("docs/examples/waivers.yaml", home.waivers);
  const kept = await keptDecisions(home, rules);
  expect(kept.policy?.profiles).toMatchObject({ "cis-docker": "level-1" });
  expect(kept.policyDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(kept.waivers?.waivers).toHaveLength(3);
});

it("is refused where the policy is at fault: nothing is judged by half of it", async () => {
  await writeFile(home.policy, "schema: plimsoll/policy@1\nparameters: {allowedSetuids: [/bin/su]}\n");
  await expect(keptDecisions(home, rules)).rejects.toMatchObject({
    failure: { kind: "catalogue-invalid", line: 2 },
  });
});

it("holds packs in folders of their own, which the policy may name", async () => {
  await mkdir(home.packs);
  await cp("docs/examples/pack", join(home.packs, "acme"), { recursive: true });
  await writeFile(join(home.packs, "README.txt"), "not a pack");
  const packs = await keptPacks(home.packs);
  expect(packs).toEqual([join(home.packs, "acme")]);
  const all = (await loadCatalogues("assets", packs)).rules;
  expect(all.map(({ id }) => id)).toContain("example-org");
  await writeFile(home.policy, "schema: plimsoll/policy@1\nprofiles: {example-org: level-1}\n");
  expect((await keptDecisions(home, all)).policy?.profiles).toEqual({ "example-org": "level-1" });
  await expect(keptDecisions(home, rules)).rejects.toMatchObject({ failure: { kind: "catalogue-invalid" } });
});
