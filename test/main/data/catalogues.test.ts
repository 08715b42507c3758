import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadHardened } from "../../../main/data/hardened-catalogue.ts";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { type Failure, FailureError } from "../../../shared/model/failure.ts";
import { LifecycleCatalogue } from "../../../shared/model/lifecycle.ts";

const folder = mkdtempSync(join(tmpdir(), "plimsoll-catalogue-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, text);
  return file;
}
async function failureOf(loading: Promise<unknown>): Promise<Failure> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError)) throw new Error(`no FailureError but ${String(error)}`);
  return error.failure;
}

const good = {
  schema: "plimsoll/lifecycle-catalogue@1",
  source: "s",
  date: "2026-08-22",
  licence: "MIT",
  notice: "n",
  products: [
    { id: "a", label: "A", category: "os", cycles: [{ cycle: "1", release: "2020-01-01", eol: "2025-01-01" }] },
  ],
};
const withProduct = (part: object) => ({ ...good, products: [{ ...good.products[0], ...part }] });
const withCycle = (part: object) => withProduct({ cycles: [{ ...good.products[0]?.cycles[0], ...part }] });

describe("loadLifecycle", () => {
  it("reads the shipped snapshot, with source, date, licence, notice and digest", async () => {
    const catalogue = await loadLifecycle("assets/data/lifecycle.json");
    expect(catalogue).toMatchObject({ source: "endoflife.date", date: "2026-08-22", licence: "MIT" });
    expect(catalogue.notice).toContain("Copyright 2020 endoflife.date contributors");
    expect(catalogue.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(catalogue.products).toHaveLength(464);
    expect(catalogue.products.reduce((sum, product) => sum + product.cycles.length, 0)).toBe(8351);
  });

  it("accepts only what the published schema accepts", async () => {
    const text = readFileSync("assets/data/lifecycle.json", "utf8");
    expect(LifecycleCatalogue.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect((await loadLifecycle(written(JSON.stringify(good)))).products).toHaveLength(1);
  });

  const broken: [why: string, value: unknown, cause: RegExp][] = [
    ["another schema", { ...good, schema: "other@2" }, /schema/],
    ["a date that does not exist", { ...good, date: "2026-02-30" }, /date/],
    ["a list instead of an object", [], /object/],
    ["a product without id", withProduct({ id: 7 }), /products\.0.*id/],
    ["cycles that are no list", withProduct({ cycles: {} }), /cycles/],
    ["phases that are no names", withProduct({ phases: { eol: 1 } }), /phases/],
    ["aliases that are no texts", withProduct({ aliases: [1] }), /aliases/],
    ["a cycle without name", withCycle({ cycle: 12 }), /cycle/],
    ["an end that is no day", withCycle({ eol: "2026-02-30" }), /eol/],
    ["an end with a time", withCycle({ eol: "2026-02-20T00:00:00Z" }), /eol/],
    ["an end that is null", withCycle({ eoes: null }), /eoes/],
    ["a release that is a boolean", withCycle({ release: true }), /release/],
  ];
  it.each(broken)("refuses %s", async (_why, value, cause) => {
    const failure = await failureOf(loadLifecycle(written(JSON.stringify(value))));
    expect(failure).toMatchObject({ kind: "catalogue-invalid", cause: expect.stringMatching(cause) });
    // The published schema and the fast check are of one mind.
    expect(LifecycleCatalogue.safeParse(value).success).toBe(false);
  });

  it.each([
    ["an empty list of products", { ...good, products: [] }, /products/],
    ["a product twice", { ...good, products: [good.products[0], good.products[0]] }, /twice/],
  ])("refuses %s, which no schema can say", async (_why, value, cause) => {
    const failure = await failureOf(loadLifecycle(written(JSON.stringify(value))));
    expect(failure).toMatchObject({ kind: "catalogue-invalid", cause: expect.stringMatching(cause) });
  });

  it("names the line where the JSON breaks", async () => {
    const failure = await failureOf(loadLifecycle(written('{\n "a": 1,\n "b" 2\n}')));
    expect(failure).toMatchObject({ kind: "catalogue-invalid", line: 3 });
  });

  it("says when there is no such file", async () => {
    expect(await failureOf(loadLifecycle(join(folder, "missing.json")))).toMatchObject({ kind: "not-readable" });
  });
});

describe("loadHardened", () => {
  it("reads the shipped catalogue", async () => {
    const catalogue = await loadHardened("assets/data/hardened.json");
    expect(catalogue).toMatchObject({
      source: "docker-hardened-images/catalog",
      date: "2026-08-22",
      licence: "Apache-2.0",
    });
    expect(
      catalogue.products.filter((product) => product.kind !== "helm-chart" && product.versions.length > 0).length,
    ).toBe(554);
  });

  it("refuses a broken one and names the place", async () => {
    const failure = await failureOf(
      loadHardened(written(JSON.stringify({ ...good, schema: "plimsoll/hardened-catalogue@1", commit: "x" }))),
    );
    expect(failure).toMatchObject({ kind: "catalogue-invalid", cause: expect.stringContaining("products.0") });
  });
});
