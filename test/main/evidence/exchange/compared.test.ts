// Lists that others wrote: read in each version, bounded where they are hostile, and compared with what is in the image.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSboms, sayDifferences } from "../../../../main/evidence/exchange/compare-sboms.ts";
import { readPurl, writePurl } from "../../../../main/evidence/exchange/purl.ts";
import { readSbomBytes } from "../../../../main/sbom.ts";
import type { ReadSbom, SbomComponent, SbomContents } from "../../../../shared/model/sbom.ts";
import { sbomPhrases } from "../../../../shared/wording/phrases/sbom.ts";
import { say } from "../../../../shared/wording/say.ts";

const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
function read(value: unknown): ReadSbom {
  const answer = readSbomBytes(bytes(value));
  if (!answer.ok) throw new Error(answer.reason.key);
  return answer.sbom;
}
function refusal(value: unknown): string {
  const answer = readSbomBytes(bytes(value));
  return answer.ok ? "read" : answer.reason.key;
}
const ours = (...components: SbomComponent[]): SbomContents => ({ components, completeness: "unknown" });
const one = (type: string | null, name: string, version: string | null): SbomComponent => ({ type, name, version });
const cdx = (components: unknown, more: object = {}) => ({
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  components,
  ...more,
});
const lib = (more: object) => ({ type: "library", ...more });
const spdx = (packages: unknown, more: object = {}) => ({
  spdxVersion: "SPDX-2.3",
  SPDXID: "SPDXRef-DOCUMENT",
  packages,
  ...more,
});
const ref = (locator: string) => ({
  externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: locator }],
});

describe("reading", () => {
  it.each(["1.4", "1.5", "1.6"])("takes CycloneDX %s, with components in components", (specVersion) => {
    const sbom = read({
      ...cdx([
        lib({ name: "tar", version: "1.34", purl: "pkg:deb/debian/tar@1%3A1.34?arch=amd64" }),
        lib({
          name: "core",
          group: "@babel",
          version: "7",
          purl: "pkg:npm/@babel/core@7",
          components: [lib({ name: "inner", version: "1" })],
        }),
        lib({ name: "openssl-libs", version: "3.0.7-27", purl: "pkg:rpm/redhat/openssl-libs@3.0.7-27?epoch=1" }),
        { type: "operating-system", name: "debian", version: "12" },
        { type: "file", name: "/etc/passwd" },
        { type: "container", name: "x", purl: "pkg:oci/x" },
        lib({ version: "1" }),
        "not a component",
        null,
      ]),
      specVersion,
      metadata: {
        timestamp: "2026-11-01T00:00:00Z",
        tools:
          specVersion === "1.4"
            ? [{ name: "scout", version: "1" }]
            : { components: [{ type: "application", name: "scout", version: "1" }] },
        component: { type: "container", name: "web", "bom-ref": "root" },
      },
      compositions: [{ aggregate: "incomplete", assemblies: ["root"] }],
    });
    expect(sbom).toMatchObject({
      format: { name: "cyclonedx", version: specVersion },
      created: "2026-11-01T00:00:00Z",
      tools: ["scout 1"],
      subject: "web",
      completeness: "incomplete",
      others: 3,
      malformed: 3,
    });
    expect(sbom.components.map(({ type, name, version }) => [type, name, version])).toEqual([
      ["deb", "tar", "1:1.34"],
      ["npm", "@babel/core", "7"],
      [null, "inner", "1"],
      ["rpm", "openssl-libs", "1:3.0.7-27"],
    ]);
  });

  it.each(["2.2", "2.3"])("takes SPDX %s, without what it describes", (version) => {
    const sbom = read({
      ...spdx([
        { SPDXID: "SPDXRef-Root", name: "web", versionInfo: "1" },
        {
          SPDXID: "SPDXRef-a",
          name: "musl",
          versionInfo: "1.2.5-r0",
          ...ref("pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64"),
        },
        { SPDXID: "SPDXRef-b", name: "glibc", versionInfo: "2", ...ref("pkg:deb/debian/glibc@2?arch=source") },
        { SPDXID: "SPDXRef-c", name: "alpine", primaryPackagePurpose: "OPERATING-SYSTEM" },
        { SPDXID: "SPDXRef-d", name: "bare", versionInfo: "NOASSERTION" },
        {},
      ]),
      spdxVersion: `SPDX-${version}`,
      creationInfo: { created: "2026-11-01T00:00:00Z", creators: ["Organization: X", "Tool: buildkit-v0.13"] },
      relationships: [
        { spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: "SPDXRef-Root" },
      ],
    });
    expect(sbom).toMatchObject({
      format: { name: "spdx", version },
      tools: ["buildkit-v0.13"],
      subject: "web",
      others: 3,
      malformed: 1,
      completeness: "unknown",
    });
    expect(sbom.components.map(({ type, name, version: each }) => [type, name, each])).toEqual([
      ["apk", "musl", "1.2.5-r0"],
      [null, "bare", null],
    ]);
  });

  it("looks into in-toto statements, also in cosign's first form", () => {
    const components = [lib({ name: "a", version: "1" })];
    const statement = (predicate: unknown) => ({
      _type: "https://in-toto.io/Statement/v1",
      predicateType: "https://cyclonedx.org/bom",
      predicate,
    });
    expect(read(statement(cdx(components))).components.length).toBe(1);
    expect(read(statement({ Data: cdx(components) })).components.length).toBe(1);
    expect(read(`\ufeff${JSON.stringify(cdx(components))}`).components.length).toBe(1);
  });

  it.each([
    ["", "sbom.no-json"],
    ["{", "sbom.no-json"],
    ["null", "sbom.no-sbom"],
    ["[]", "sbom.no-sbom"],
    ['{"bomFormat":"other"}', "sbom.no-sbom"],
    ['{"bomFormat":"CycloneDX","specVersion":"1.3"}', "sbom.version"],
    ['{"bomFormat":"CycloneDX"}', "sbom.version"],
    ['{"spdxVersion":"SPDX-3.0"}', "sbom.version"],
    ['{"spdxVersion":"__proto__"}', "sbom.version"],
    ["[".repeat(100_000), "sbom.over-bounds"],
    [`{"bomFormat":"CycloneDX","components":${'[{"components":'.repeat(150)}`, "sbom.over-bounds"],
    [" ".repeat(64 * 1024 * 1024 + 1), "sbom.too-large"],
    [cdx(Array.from({ length: 200_001 }, () => 0)), "sbom.too-many"],
    [spdx(Array.from({ length: 200_001 }, () => 0)), "sbom.too-many"],
  ])("refuses with its reason, %#", (value, key) => {
    expect(refusal(value)).toBe(key);
  });

  it("survives whatever stands in the fields", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (a, b, c) => {
        const item = {
          type: "library",
          name: a,
          version: b,
          purl: c,
          group: a,
          components: b,
          SPDXID: c,
          externalRefs: a,
        };
        const inside = [item, a, b];
        for (const json of [
          cdx(inside, { metadata: a, compositions: [b, { aggregate: c, assemblies: a }] }),
          spdx(inside, {
            relationships: [
              a,
              { relationshipType: "DESCRIBES", spdxElementId: "SPDXRef-DOCUMENT", relatedSpdxElement: b },
            ],
            creationInfo: c,
            documentDescribes: a,
          }),
        ]) {
          const sbom = read(json);
          const found = compareSboms(ours(one("deb", "tar", "1")), sbom);
          expect(sayDifferences(found, sbom).length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("reads back every purl that is written", () => {
    const part = fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((text) => !text.includes("/"));
    fc.assert(
      fc.property(part, part, part, part, (namespace, name, version, value) => {
        const purl = { type: "deb", namespace, name, version, qualifiers: new Map([["arch", value]]) };
        const text = writePurl(purl);
        expect(text).toMatch(/^pkg:[\x21-\x7e]+$/);
        expect(readPurl(text)).toEqual({ ...purl });
      }),
    );
    for (const text of ["", "pkg:", "pkg:deb", "pkg:deb/", "npm/a@1", "pkg:deb/%zz", `pkg:deb/${"a".repeat(5000)}`]) {
      expect(readPurl(text)).toBeNull();
    }
  });
});

describe("comparing", () => {
  const sentences = (found: ReturnType<typeof compareSboms>, malformed = 0) =>
    sayDifferences(found, { malformed }).map((each) => say(each, "en"));

  it("finds what is in one alone, and what has another version", () => {
    const found = compareSboms(
      ours(
        one("deb", "tar", "1"),
        one("deb", "bash", "5.2"),
        one("npm", "left-pad", "1.3.0"),
        one("npm", "left-pad", "1.2.0"),
        one("apk", "tar", "1"),
      ),
      ours(
        one("deb", "tar", "0:1"),
        one("deb", "bash", "5.1"),
        one("npm", "left-pad", "1.3.0"),
        one("deb", "curl", "8"),
        one("dhi", "nginx", "1.29"),
        one("npm", "left-pad", "1.3.0"),
      ),
    );
    expect(found).toMatchObject({
      ours: 4,
      theirs: 4,
      same: 1,
      onlyOurs: [one("apk", "tar", "1")],
      onlyTheirs: [one("deb", "curl", "8")],
      otherVersion: [
        { type: "deb", name: "bash", ours: ["5.2"], theirs: ["5.1"] },
        { type: "npm", name: "left-pad", ours: ["1.2.0"], theirs: [] },
      ],
      notRead: [one("dhi", "nginx", "1.29")],
    });
    expect(sentences(found, 2)).toEqual([
      "the SBOM and the image differ in 4 places; packages in both, in the same version: 1",
      "in the image and not in the SBOM: 1",
      "in the SBOM and not found in the image: 1",
      "in both, in other versions: 2",
      "of kinds that are not read from images (dhi), so neither confirmed nor missing: 1",
      "entries of the SBOM without a name or of another form, of which nothing is known: 2",
    ]);
  });

  it.each([
    [one("pypi", "Typing_Extensions", "4"), one("pypi", "typing-extensions", "4")],
    [one("golang", "github.com/Masterminds/semver", "v3.2.1"), one("golang", "github.com/masterminds/semver", "3.2.1")],
    [one("rpm", "bash", "5.1-2"), one("rpm", "bash", "0:5.1-2")],
    [one("nuget", "Newtonsoft.Json", "13"), one("nuget", "newtonsoft.json", "13")],
    [one("maven", "org.apache:commons", "1"), one(null, "org.apache/commons", "1")],
    [one("npm", "@babel/core", "1"), one(null, "@babel/core", "1")],
    [one("deb", "tar", "1"), one(null, "tar", "1")],
  ])("takes for the same what its ecosystem does, %#", (own, other) => {
    const found = compareSboms(ours(own), ours(other));
    expect(found).toMatchObject({ same: 1, byNameAlone: other.type === null ? 1 : 0, onlyOurs: [], onlyTheirs: [] });
  });

  it.each([
    [one("deb", "tar", "1:1"), one("deb", "tar", "1")],
    [one("npm", "a", "1.0.0"), one("npm", "a", "v1.0.0")],
    [one("rpm", "bash", "1:5"), one("rpm", "bash", "0:5")],
  ])("keeps apart what is another version, %#", (own, other) => {
    expect(compareSboms(ours(own), ours(other)).otherVersion.length).toBe(1);
  });

  it("never calls a list the same where nothing was compared", () => {
    const all = (a: SbomContents, b: SbomContents) => sentences(compareSboms(a, b)).join("; ");
    expect(all(ours(), ours())).toBe(
      "no package was found in the image, so there is nothing to confirm the SBOM by; the SBOM lists no package that could be compared",
    );
    expect(all(ours(one("deb", "tar", "1")), ours(one("deb", "tar", null)))).toBe(
      "in both, but the SBOM states no version to compare: 1",
    );
    expect(
      all(
        { ...ours(one("deb", "tar", "1")), completeness: "incomplete" },
        { ...ours(one("deb", "tar", "1")), completeness: "incomplete" },
      ),
    ).toBe(
      "nothing differs; packages in both, in the same version: 1; " +
        "not everything that lists packages in the image was read; what is missing there may be in it all the same; " +
        "the SBOM calls itself incomplete; what it lacks is no contradiction",
    );
  });

  it("loses no package of either list", () => {
    const component = fc.record({
      type: fc.constantFrom("deb", "npm", "dhi", null),
      name: fc.constantFrom("a", "A", "b", "c/d", "c:d"),
      version: fc.constantFrom("1", "0:1", "2", null),
    });
    const own = component.filter(({ type, version }) => type !== null && type !== "dhi" && version !== null);
    fc.assert(
      fc.property(fc.array(own), fc.array(component), (a, b) => {
        const found = compareSboms(ours(...a), ours(...b));
        const keys = (list: readonly SbomComponent[]) => new Set(list.map(({ type, name }) => `${type} ${name}`)).size;
        const inBoth = found.same + found.otherVersion.length + keys(found.withoutVersion);
        expect(inBoth + keys(found.onlyOurs)).toBe(found.ours);
        expect(inBoth + keys(found.onlyTheirs)).toBe(found.theirs);
        expect(compareSboms(ours(...[...a].reverse()), ours(...[...b].reverse()))).toEqual(found);
      }),
    );
  });

  it("has a sentence for every key that is used, and uses every one", () => {
    const files = [
      "main/sbom.ts",
      ...["compare-sboms", "read-sbom"].map((name) => `main/evidence/exchange/${name}.ts`),
    ];
    const used = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/"(sbom\.[a-z0-9-]+)"/g)].map((match) => match[1]),
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(sbomPhrases).sort());
  });
});
