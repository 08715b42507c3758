// The files of offers and second opinions: what ships is whole and fits the catalogue, and a broken one is refused by name.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadDistroInfo } from "../../../main/data/distro-info.ts";
import { loadOffers } from "../../../main/data/offers.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { Offer, SecondOpinion } from "../../../shared/model/lifecycle.ts";
import { shippedLifecycleData } from "../../support/lifecycle-data.ts";

const folder = mkdtempSync(join(tmpdir(), "plimsoll-offers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const written = (value: unknown) => {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(value));
  return file;
};
async function causeOf(loading: Promise<unknown>): Promise<string> {
  const error = await loading.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FailureError) || error.failure.kind !== "catalogue-invalid") throw new Error(String(error));
  return error.failure.cause;
}

const data = await shippedLifecycleData();
const cyclesOf = (id: string) => data.products.find((product) => product.id === id)?.cycles.map(({ cycle }) => cycle);

describe("the shipped data", () => {
  it("speak of products and cycles that the catalogue has", () => {
    const wrong: string[] = [];
    for (const { id, product, cycles = [] } of data.offers ?? []) {
      const known = cyclesOf(product);
      // Hardened images are no product of the catalogue, minor releases of RHEL none of its cycles.
      if (known === undefined && product !== "docker-hardened-images") wrong.push(`${id} ${product}`);
      if (id === "redhat-eus") continue;
      wrong.push(...cycles.filter(({ cycle }) => !known?.includes(cycle)).map(({ cycle }) => `${product} ${cycle}`));
    }
    for (const { product, cycle, until } of data.opinions ?? []) {
      if (!cyclesOf(product)?.includes(cycle) && until < data.date) wrong.push(`${product} ${cycle}`);
    }
    expect(wrong).toEqual([]);
    expect(data.offers?.length).toBeGreaterThan(40);
    expect(data.opinions?.length).toBeGreaterThan(60);
  });

  it("name a source and its day each, and every seller of the notes", () => {
    for (const offer of data.offers ?? []) expect(Offer.safeParse(offer).error).toBeUndefined();
    for (const opinion of data.opinions ?? []) expect(SecondOpinion.safeParse(opinion).error).toBeUndefined();
    expect([...new Set(data.offers?.map(({ id }) => id))]).toEqual(
      expect.arrayContaining([
        ...["debian-lts", "freexian-elts", "canonical-esm", "canonical-legacy", "redhat-els", "redhat-eus"],
        ...["suse-ltss", "oracle-linux-extended", "tuxcare-els", "herodevs-nes", "docker-dhi-els", "azul-extended"],
      ]),
    );
  });

  it("call an offer the source's own window only where the source has one", () => {
    for (const { product, eoes } of data.offers ?? []) {
      if (eoes !== true) continue;
      const cycles = data.products.find(({ id }) => id === product)?.cycles ?? [];
      expect([product, cycles.some((cycle) => cycle.eoes !== undefined)]).toEqual([product, true]);
    }
  });
});

describe("loadOffers", () => {
  const offer = { id: "a", provider: "A", programme: "P", products: ["x"], source: "s" };
  const file = (...offers: object[]) => written({ schema: "plimsoll/offers@1", asOf: "2026-08-22", offers });

  it("makes one offer a product, with a day of its own or the file's", async () => {
    const loaded = await loadOffers(
      file({ ...offer, products: ["x", "y"] }, { ...offer, id: "b", asOf: "2026-01-01" }),
    );
    expect(loaded.map(({ id, product, asOf }) => [id, product, asOf])).toEqual([
      ["a", "x", "2026-08-22"],
      ["a", "y", "2026-08-22"],
      ["b", "x", "2026-01-01"],
    ]);
  });

  it.each([
    ["a key that nobody knows", { ...offer, price: 1 }, /offers\.0/],
    ["a day that does not exist", { ...offer, cycles: [{ cycle: "1", until: "2026-02-30" }] }, /until/],
    ["no product", { ...offer, products: [] }, /products/],
    [
      "a window that ends early",
      { ...offer, cycles: [{ cycle: "1", from: "2026-01-02", until: "2026-01-01" }] },
      /early/,
    ],
  ])("refuses %s", async (_why, broken, cause) => {
    expect(await causeOf(loadOffers(file(broken)))).toMatch(cause);
  });

  it("refuses an offer twice for a product", async () => {
    expect(await causeOf(loadOffers(file(offer, offer)))).toMatch(/twice/);
  });
});

describe("loadDistroInfo", () => {
  const good = JSON.parse(readFileSync("assets/data/distro-info.json", "utf8"));

  it("gives Freexian's days as an offer, and Canonical's as opinions", async () => {
    const { offers, opinions } = await loadDistroInfo("assets/data/distro-info.json");
    expect(offers[0]?.cycles?.find(({ cycle }) => cycle === "12")).toEqual({ cycle: "12", until: "2033-06-30" });
    expect(opinions.filter(({ product, cycle }) => product === "ubuntu" && cycle === "24.04")).toMatchObject([
      { phase: "eol", until: "2029-05-31", asOf: "2026-04-25" },
      { phase: "eoes", until: "2034-04-25" },
      { phase: "eoes", offer: "canonical-legacy", until: "2036-04-29" },
    ]);
  });

  it.each([
    ["a day that is none", { ...good, debian: [{ cycle: "1", eol: "soon" }] }, /debian\.0\.eol/],
    ["a key that nobody knows", { ...good, ubuntu: [{ cycle: "1", eolServer: "2026-01-01" }] }, /ubuntu\.0/],
    ["another schema", { ...good, schema: "x" }, /schema/],
  ])("refuses %s", async (_why, value, cause) => {
    expect(await causeOf(loadDistroInfo(written(value)))).toMatch(cause);
  });
});
