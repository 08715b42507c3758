// A run beside a file of what was bought: which windows count, what it records of the file, and what a stored audit says when it
// is judged again with another.
import { describe, expect, it } from "vitest";
import { runAudit } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { rejudge } from "../../main/rejudge.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import { compareRuns } from "../../shared/compare-runs.ts";
import { AuditRun } from "../../shared/model/audit.ts";
import type { Entitlement, EntitlementSet } from "../../shared/model/entitlement.ts";
import { dir, file, image, memorySource } from "../support/image-builder.ts";
import { day } from "../support/kept-run.ts";

const catalogues = await loadCatalogues("assets");
const rules = catalogues.rules.filter(({ id }) => id === "image-srg");
const legacy = image()
  .layer(dir("/etc"), file("/etc/os-release", 'ID=debian\nVERSION_ID="10"\n'))
  .config({})
  .tag("shop/api:7.2");
const clock = { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" };
const tool = { version: "0.1.0" };

const elts: Entitlement = {
  id: "e-elts",
  provider: "Freexian",
  programme: "ELTS",
  scope: { product: "debian", cycle: "10" },
  contract: "FX-1",
  until: day("2027-06-30"),
  by: "Ana",
  on: day("2026-01-01"),
};
const setOf = (...entitlements: Entitlement[]): EntitlementSet => ({
  digest: `sha256:${"d".repeat(64)}`,
  entitlements,
});

async function runWith(entitlements?: EntitlementSet, on = "2026-11-24"): Promise<AuditRun> {
  const deps = {
    ...catalogues,
    rules,
    on: day(on),
    clock,
    tool,
    scanner: localScanner(memorySource([legacy])),
    previous: async () => null,
    ...(entitlements === undefined ? {} : { entitlements }),
  };
  const steps = runAudit(deps, { images: null }, new AbortController().signal);
  let step = await steps.next();
  while (step.done !== true) step = await steps.next();
  return AuditRun.parse(JSON.parse(JSON.stringify(step.value)));
}

describe("a run", () => {
  it("without a file records none, and the image ended with general support", async () => {
    const run = await runWith();
    expect(run.entitlements).toBeUndefined();
    expect(run.images[0]?.summary.supportedUntil).toEqual({ date: "2022-09-10", component: "Debian 10" });
  });

  it("with what was bought is supported until the contract ends, and records which entry made it so", async () => {
    const other = { ...elts, id: "e-other", scope: { image: "else/*" } };
    const run = await runWith(setOf(elts, other));
    expect(run.images[0]?.summary.supportedUntil).toEqual({ date: "2027-06-30", component: "Debian 10" });
    expect(run.entitlements).toEqual({
      digest: `sha256:${"d".repeat(64)}`,
      used: [{ id: "e-elts", contract: "FX-1", images: 1 }],
    });
  });

  it("takes images by the pattern of their names", async () => {
    const until = async (pattern: string) => {
      const run = await runWith(setOf({ ...elts, scope: { ...elts.scope, image: pattern } }));
      return run.images[0]?.summary.supportedUntil?.date;
    };
    expect(await until("shop/*")).toBe("2027-06-30");
    expect(await until("other/*")).toBe("2022-09-10");
  });
});

describe("a stored audit judged again", () => {
  it("is judged with the file of now alone, and its verdicts say that this made them change", async () => {
    const before = await runWith();
    const judgement = { ...catalogues, rules, known: catalogues.rules, on: before.on, clock, tool };
    const again = rejudge(before, { ...judgement, entitlements: setOf(elts) });
    expect(again.run.entitlements?.used.map(({ id }) => id)).toEqual(["e-elts"]);
    expect(again.run.images[0]?.summary.supportedUntil?.date).toBe("2027-06-30");
    expect(again.changes.length).toBeGreaterThan(0);
    for (const { causes } of again.changes)
      expect(causes).toEqual([{ kind: "entitlements", before: "–", after: "sha256:dddddddddddd", certain: true }]);
    expect(rejudge(again.run, judgement).run.entitlements).toBeUndefined();
  });

  it("differs by the file, which a comparison of runs names", async () => {
    const { causes } = compareRuns(await runWith(), await runWith(setOf(elts)));
    expect(causes).toContain("the file of entitlements is another");
  });
});
