// The window's questions about bought support over a real file in a temporary folder.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadCatalogues } from "../../../main/catalogues.ts";
import { entitlementHandlers } from "../../../main/desktop/ipc/entitlement-handlers.ts";
import { keptDecisions } from "../../../main/desktop/kept-decisions.ts";
import { openAuditStore } from "../../../main/store/audits.ts";
import { homeLayout } from "../../../main/store/home.ts";
import { contract, type InputOf } from "../../../shared/ipc/contract.ts";
import type { Os } from "../../../shared/model/facts.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import { factsWith } from "../../support/facts.ts";
import { auditWith, day, idOf, runWith } from "../../support/kept-run.ts";

const { lifecycle, rules } = await loadCatalogues("assets");
const today = day("2026-11-24");
const buster: Os = {
  id: "debian",
  versionId: "10",
  prettyName: "Debian GNU/Linux 10 (buster)",
  product: null,
  cycle: null,
  evidence: "/etc/os-release",
  release: { ID: "debian", VERSION_ID: "10" },
};

let root = "";
let folder = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-bought-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(root, "home-"));
});

function handlers() {
  const files = homeLayout(folder);
  const clock = { today: () => today, now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" };
  return entitlementHandlers({ files, lifecycle, store: openAuditStore(files.audits), clock, operator: "ana" });
}

const given: InputOf<"entitlements.add"> = {
  provider: " Freexian ",
  programme: "ELTS",
  scope: { product: "Debian", cycle: "10" },
  contract: "FX-1",
  until: day("2027-06-30"),
  by: "Ana",
};

async function causeOf(work: Promise<unknown>): Promise<string> {
  const failure = failureOf(
    await work.then(
      () => null,
      (error: unknown) => error,
    ),
  );
  return `${failure.kind}: ${"cause" in failure ? failure.cause : ""}`;
}

describe("bought support in the window", () => {
  it("is an empty list without a file, and every answer fits the contract", async () => {
    const list = await handlers()["entitlements.list"](null);
    expect(contract["entitlements.list"].out.parse(list)).toEqual({
      file: homeLayout(folder).entitlements,
      on: today,
      operator: "ana",
      entitlements: [],
    });
    const choices = contract["entitlements.choices"].out.parse(await handlers()["entitlements.choices"](null));
    expect(choices.products.length).toBeGreaterThan(400);
    expect(choices.products.find(({ id }) => id === "debian")?.cycles).toContain("12");
    expect(choices.sellers.find(({ provider }) => provider === "Freexian")?.programmes).toEqual(["ELTS"]);
    expect(new Set(choices.sellers.map(({ provider }) => provider)).size).toBe(choices.sellers.length);
  });

  it("is recorded under the product's own id, listed and removed", async () => {
    const asked = contract["entitlements.add"].in.parse(given);
    const made = contract["entitlements.add"].out.parse(await handlers()["entitlements.add"](asked));
    expect(made).toMatchObject({ provider: "Freexian", scope: { product: "debian", cycle: "10" }, on: today });
    const { entitlements } = contract["entitlements.list"].out.parse(await handlers()["entitlements.list"](null));
    expect(entitlements).toEqual([{ entitlement: made, state: "holds", phrases: [], images: null }]);
    await handlers()["entitlements.remove"]({ id: made.id, by: "Ben", reason: "sold" });
    const [after] = (await handlers()["entitlements.list"](null)).entitlements;
    expect(after).toMatchObject({ state: "removed", entitlement: { removed: { by: "Ben", reason: "sold" } } });
    expect(await readFile(homeLayout(folder).entitlements, "utf8")).toContain("reason: sold");
  });

  it("says in how many own images it counts", async () => {
    const facts = factsWith({ os: buster });
    const image = { ...auditWith(idOf("1"), ["shop/api:1"], []), facts };
    await openAuditStore(homeLayout(folder).audits).keep(runWith([image]));
    await handlers()["entitlements.add"](given);
    await handlers()["entitlements.add"]({ ...given, scope: { product: "debian", cycle: "10", image: "other/*" } });
    const { entitlements } = await handlers()["entitlements.list"](null);
    expect(entitlements.map(({ state, images }) => [state, images])).toEqual([
      ["holds", 1],
      ["unmatched", 0],
    ]);
  });

  it("is refused with the nearest names, and nothing is written", async () => {
    const wrong = { ...given, scope: { product: "debain" } };
    expect(await causeOf(handlers()["entitlements.add"](wrong))).toMatch(/^usage: .* near to it: debian/);
    expect(await causeOf(handlers()["entitlements.add"]({ ...given, scope: {} }))).toMatch(/name a product or images/);
    expect(await causeOf(handlers()["entitlements.add"]({ ...given, from: day("2027-07-01") }))).toMatch(/lies before/);
    expect(await causeOf(readFile(homeLayout(folder).entitlements))).toMatch(/ENOENT/);
  });

  it("goes into the window's audits, and a file at fault stops them", async () => {
    expect(await keptDecisions(homeLayout(folder), rules)).toEqual({});
    const made = await handlers()["entitlements.add"](given);
    expect((await keptDecisions(homeLayout(folder), rules)).entitlements?.entitlements).toEqual([made]);
    await writeFile(homeLayout(folder).entitlements, "schema: plimsoll/entitlements@1\nentitlements: 3\n");
    expect(await causeOf(keptDecisions(homeLayout(folder), rules))).toMatch(/^catalogue-invalid: entitlements/);
    expect(await causeOf(handlers()["entitlements.list"](null))).toMatch(/^catalogue-invalid: entitlements/);
  });
});
