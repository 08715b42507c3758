// The tag grammar against every tag of the embedded catalogue, with the catalogue's own fields as the second opinion.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadHardened } from "../../../main/data/hardened-catalogue.ts";
import { baseTag, type DhiTag, parseDhiTag, standsFor } from "../../../main/hardened/dhi-tag.ts";

const catalogue = await loadHardened("assets/data/hardened.json");
const lines = catalogue.products
  .filter(({ kind }) => kind !== "helm-chart")
  .flatMap(({ product, versions }) => versions.map((line) => ({ product, ...line })));
const tags = lines.flatMap(({ tag, devTag }) => (devTag === undefined ? [tag] : [tag, devTag]));
const removed = catalogue.products.flatMap(({ removedAtEol = [] }) =>
  removedAtEol.flatMap(({ lastTag, distros }) => (lastTag === undefined ? [] : [{ lastTag, distros }])),
);

/** A tag put together again from its parts. */
function written(tag: DhiTag): string {
  const { version, edition, distro, flavor, compat, sfw, fips, dev, suffix } = tag;
  const words = [
    version,
    edition,
    distro === null ? null : `${distro.family}${distro.release ?? ""}`,
    flavor,
    compat ? "compat" : null,
    sfw,
    fips ? "fips" : null,
    dev ? "dev" : null,
  ];
  const base = words.filter((word) => word !== null).join("-");
  return suffix === null ? base : `${base}_${suffix}`;
}

const plain: DhiTag = {
  version: "3",
  edition: null,
  distro: null,
  flavor: null,
  compat: false,
  sfw: null,
  fips: false,
  dev: false,
  suffix: null,
};
const debian13 = { family: "debian", release: "13" } as const;

describe("parseDhiTag", () => {
  it("reads every tag of the catalogue, and loses nothing of it", () => {
    const all = [...tags, ...removed.map(({ lastTag }) => lastTag)];
    expect(all.length).toBeGreaterThan(1900);
    const lost = all.filter((tag) => {
      const parts = parseDhiTag(tag);
      return parts === null || written(parts) !== tag;
    });
    expect(lost).toEqual([]);
  });

  it("finds a distribution on which the catalogue builds the line", () => {
    const wrong = lines.filter(({ tag, distros = [] }) => {
      const distro = parseDhiTag(tag)?.distro ?? null;
      // Sandbox templates and sources name none.
      return distro !== null && !distros.includes(`${distro.family}-${distro.release}`);
    });
    expect(wrong.map(({ product, tag }) => `${product}:${tag}`)).toEqual([]);
    const silent = lines.filter(({ tag }) => parseDhiTag(tag)?.distro === null);
    expect([...new Set(silent.map(({ product }) => product))].sort()).toEqual(["build", "sbx-templates"]);
    for (const { lastTag, distros } of removed) {
      const distro = parseDhiTag(lastTag)?.distro;
      // Of some removed lines the catalogue's history keeps the family alone.
      const fits = distros.includes(`${distro?.family}-${distro?.release}`) || distros.includes(`${distro?.family}`);
      expect([lastTag, fits]).toEqual([lastTag, true]);
    }
  });

  it("finds the flavour that the catalogue states", () => {
    const wrong = lines.flatMap(({ product, tag, flavor = null }) => {
      const parts = parseDhiTag(tag);
      if (parts === null || parts.distro === null) return [];
      const said = [parts.flavor, parts.compat ? "compat" : null, parts.sfw].filter((word) => word !== null).join("-");
      return said === (flavor ?? "") ? [] : [`${product}:${tag} ${said} ${flavor}`];
    });
    expect(wrong).toEqual([]);
  });

  it("tells building from running", () => {
    const twoTags = lines.filter(({ tag, devTag }) => devTag !== undefined && devTag !== tag);
    expect(twoTags.length).toBeGreaterThan(700);
    for (const { tag, devTag = "" } of twoTags) {
      expect([devTag, parseDhiTag(devTag)?.dev, parseDhiTag(tag)?.dev]).toEqual([devTag, true, false]);
    }
  });

  it.each<[string, Partial<DhiTag>]>([
    ["3", {}],
    ["3-debian", { distro: { family: "debian", release: null } }],
    ["3-alpine3.24", { distro: { family: "alpine", release: "3.24" } }],
    ["22.23.2-0-debian13", { version: "22.23.2-0", distro: debian13 }],
    ["25.0.4.7-jdk-debian13-dev", { version: "25.0.4.7", edition: "jdk", distro: debian13, dev: true }],
    ["v1.2-jdk-debian13", { version: "v1.2", edition: "jdk", distro: debian13 }],
    ["10-sdk-alpine3.24", { version: "10", edition: "sdk", distro: { family: "alpine", release: "3.24" } }],
    ["8.2.33-debian13-fpm", { version: "8.2.33", distro: debian13, flavor: "fpm" }],
    ["3.13.15-debian13-fips", { version: "3.13.15", distro: debian13, fips: true }],
    ["3.13.15-debian13-fips-dev", { version: "3.13.15", distro: debian13, fips: true, dev: true }],
    ["20-debian13-sfw-dev", { version: "20", distro: debian13, sfw: "sfw", dev: true }],
    ["20-debian13-sfw-ent-dev", { version: "20", distro: debian13, sfw: "sfw-ent", dev: true }],
    ["1.37-compat", { version: "1.37", compat: true }],
    ["1.2.0-debian13-kafka-4.3.1-dev", { version: "1.2.0", distro: debian13, flavor: "kafka-4.3.1", dev: true }],
    ["trixie-debian13", { version: "trixie", distro: debian13 }],
    ["bookworm-1-deb12u1-debian12", { version: "bookworm-1-deb12u1", distro: { family: "debian", release: "12" } }],
    [
      "20260801-musl-alpine3.24",
      { version: "20260801", edition: "musl", distro: { family: "alpine", release: "3.24" } },
    ],
    ["3-alpine3.23_python-with-curl", { distro: { family: "alpine", release: "3.23" }, suffix: "python-with-curl" }],
    ["3.13-debian13-dev_team_a", { version: "3.13", distro: debian13, dev: true, suffix: "team_a" }],
    ["debian", { version: "debian" }],
    ["dev", { version: "dev" }],
  ])("%s", (tag, parts) => {
    expect(parseDhiTag(tag)).toEqual({ ...plain, ...parts });
  });

  it.each(["", "-3", "3-", "3--dev", "3_", ".3", "a b", "3:4", "../x", `3${"x".repeat(128)}`, "3\u0000"])(
    "%j is no such tag",
    (tag) => {
      expect(parseDhiTag(tag)).toBeNull();
    },
  );

  it("never throws, and what it reads it can write again", () => {
    const word = fc.constantFrom(
      "3",
      "3.13",
      "dev",
      "fips",
      "sfw",
      "ent",
      "compat",
      "alpine3.24",
      "debian",
      "fpm",
      "jdk",
      "_x",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 40 }),
          fc.array(word, { minLength: 1 }).map((all) => all.join("-")),
        ),
        (tag) => {
          const parts = parseDhiTag(tag);
          expect(parts === null || written(parts) === tag).toBe(true);
        },
      ),
    );
  });
});

describe("standsFor", () => {
  it.each([
    ["3.13.13-debian13", "3.13.13-debian13", true],
    ["3", "3.13.13-debian13", true],
    ["3.13-debian", "3.13.13-debian13", true],
    ["3.1", "3.13.13-debian13", false],
    ["3.13-alpine", "3.13.13-debian13", false],
    ["3.13-debian12", "3.13.13-debian13", false],
    ["3.13-dev", "3.13.13-debian13", false],
    ["3.13-debian13-fips", "3.13.13-debian13", false],
    ["22", "22.23.2-0-debian13", true],
    ["8-debian13-fpm", "8.2.33-debian13-fpm", true],
    ["8-debian13", "8.2.33-debian13-fpm", false],
    ["", "3", false],
  ])("%s for %s: %s", (tag, exact, fits) => {
    expect(standsFor(tag, exact)).toBe(fits);
  });

  it("knows the base of a customised tag", () => {
    expect([baseTag("3-alpine3.23_x_y"), baseTag("3")]).toEqual(["3-alpine3.23", "3"]);
  });
});
