// Names and tags of well-known images against the catalogue that ships, and that no tag is ever made up.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dhiProductFor, dhiTagFor } from "../../../main/advice/dhi-names.ts";
import { loadHardened } from "../../../main/data/hardened-catalogue.ts";

const catalogue = await loadHardened("assets/data/hardened.json");

describe("names of products", () => {
  it.each([
    ["node", "node", false],
    ["docker.io/library/node", "node", false],
    ["library/python", "python", false],
    ["index.docker.io/library/golang", "golang", false],
    ["public.ecr.aws/docker/library/nginx", "nginx", false],
    ["alpine", "alpine-base", true],
    ["debian", "debian-base", true],
    ["mongo", "mongodb", true],
    ["registry", "distribution-registry", true],
    ["clickhouse", "clickhouse-server", true],
    ["erlang", "erlang-otp", true],
    ["scratch", "static", true],
    ["gcr.io/distroless/static-debian12", "static", true],
  ])("%s is %s", (repository, product, renamed) => {
    expect(dhiProductFor(repository)).toEqual({ product, renamed });
  });

  it.each(["openjdk", "mcr.microsoft.com/dotnet/sdk", "mcr.microsoft.com/dotnet/aspnet"])("%s is inferred", (name) => {
    expect(dhiProductFor(name)).toMatchObject({ renamed: true, inferred: true });
  });

  it.each([
    "ubuntu",
    "fedora",
    "dhi.io/node",
    "someone/node",
    "docker.io/bitnami/node",
    "quay.io/node",
    "gcr.io/distroless/base",
    "gcr.io/distroless/static-evil",
    "swift",
    "",
    "constructor",
    "__proto__",
  ])("%j is none of them", (name) => {
    expect(dhiProductFor(name)).toBeNull();
  });

  it("are all in the catalogue, for every name that is known", () => {
    const known = ["amazoncorretto", "caddy", "couchdb", "r-base", "sapmachine", "zookeeper", "openjdk", "registry"];
    for (const name of known) {
      const product = dhiProductFor(name)?.product;
      expect(
        catalogue.products.some((one) => one.product === product),
        name,
      ).toBe(true);
    }
  });
});

describe("tags", () => {
  it.each([
    ["node", "22", "22.23.2-0-debian13", "22.23.2-0-debian13-dev", "22"],
    ["node", "22.11.0-slim", "22.23.2-0-debian13", "22.23.2-0-debian13-dev", "22"],
    ["python", "3", "3.14.7-debian13", "3.14.7-0-debian13-dev", "3.14"],
    ["python", "3.12-slim-bookworm", "3.12.14-debian13", "3.12.14-debian13-dev", "3.12"],
    ["golang", "alpine", "1.27.0-alpine3.24", "1.27.0-alpine3.24-dev", "1.27"],
    ["golang", "1", "1.26.7-debian13", "1.26.7-debian13-dev", "1.26"],
    ["eclipse-temurin", "21-jre", "21.0.12.8-debian13", "21.0.12.8-jdk-debian13-dev", "jre-21"],
    ["eclipse-temurin", "21-jdk-jammy", "21.0.12.8-debian13", "21.0.12.8-jdk-debian13-dev", "jdk-21"],
    ["maven", "3.9-eclipse-temurin-21", "3.9.16-jdk21-debian13-dev", "3.9.16-jdk21-debian13-dev", "3-jdk-21"],
    ["nginx", "stable", "1.30.4-debian13", "1.30.4-debian13-dev", "stable"],
    ["nginx", "1.31", "1.31.4-debian13", "1.31.4-debian13-dev", "mainline"],
    ["php", "8.3-fpm", "8.3.33-debian13-fpm", "8.3.33-debian13-dev", "8.3"],
    ["debian-base", "bookworm-slim", "bookworm-debian12", "bookworm-debian12-dev", "12"],
    ["debian-base", "trixie-20260101-slim", "trixie-debian13", "trixie-debian13-dev", "13"],
    ["alpine-base", "3.23.1", "3.23-alpine3.23", "3.23-alpine3.23-dev", "3.23"],
    ["dotnet", "8.0", "8.0.30-debian13", "8.0.424-sdk-debian13", "8"],
    ["static", "nonroot", "20250419-debian13", null, "static"],
  ])("%s:%s", (product, tag, runtime, dev, line) => {
    expect(dhiTagFor(product, tag, catalogue)).toMatchObject({ tag: runtime, devTag: dev, line });
  });

  it("say what else changes", () => {
    expect(dhiTagFor("node", null, catalogue)).toMatchObject({ line: "26", uid: 1000, why: { pinned: true } });
    expect(dhiTagFor("node", "22-alpine", catalogue)?.why.family).toEqual({ from: "alpine", to: "debian" });
    expect(dhiTagFor("rust", "1-bookworm", catalogue)?.why.family).toEqual({ from: "debian 12", to: "debian 13" });
    expect(dhiTagFor("rust", "1.80", catalogue)?.why.moved).toBe("1.80");
    expect(dhiTagFor("node", "22", catalogue)?.why).toEqual({ pinned: false, moved: null, family: null });
    expect(dhiTagFor("postgres", "16", catalogue)?.uid).toBe(70);
    expect(dhiTagFor("dotnet", "9.0", catalogue, "sdk")).toMatchObject({ line: "9-sdk", tag: "9.0.19-debian13" });
  });

  it.each([
    ["node", "20"],
    ["node", "lts"],
    ["node", "22-windowsservercore"],
    ["golang", "1.25"],
    ["php", "8.3-apache"],
    ["nginx", "1.27-perl"],
    ["alpine-base", "3.19"],
    ["debian-base", "sid"],
    ["debian-base", "bullseye"],
    ["no-such-product", "1"],
    ["node", "2"],
  ])("%s:%s is not held", (product, tag) => {
    expect(dhiTagFor(product, tag, catalogue)).toBeNull();
  });

  it("are never made up, whatever is asked", () => {
    const products = catalogue.products.filter(({ kind }) => kind === "image");
    const word = fc.oneof(
      fc.constantFrom("alpine", "slim", "bookworm", "jdk", "jre", "sdk", "fpm", "latest", "stable", "alpine3.23"),
      fc.string({ maxLength: 6 }),
      fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => `${a}.${b}`),
      fc.nat(30).map(String),
    );
    fc.assert(
      fc.property(fc.constantFrom(...products), fc.array(word, { maxLength: 4 }), ({ product, versions }, words) => {
        const answer = dhiTagFor(product, words.join("-"), catalogue);
        if (answer === null) return;
        const held = versions.flatMap(({ tag, devTag }) => [tag, devTag]);
        expect(held).toContain(answer.tag);
        if (answer.devTag !== null) expect(held).toContain(answer.devTag);
      }),
      { numRuns: 3000 },
    );
  });
});
