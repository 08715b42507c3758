// SBOMs as they are written: valid by the published schemas, the same bytes for the same facts, and honest about gaps.
import { describe, expect, it } from "vitest";
import { purlOf } from "../../../../main/evidence/exchange/package-purl.ts";
import { compareWithSbom, readSbomBytes, sbomOf } from "../../../../main/sbom.ts";
import type { Facts, Package } from "../../../../shared/model/facts.ts";
import { auditOf, auditRun } from "../../../support/audit-run.ts";
import { needsReference } from "../../../support/reference-folder.ts";
import { cycloneDxValidator, referenceCycloneDxValidator, spdxValidator } from "../../../support/sbom-schemas.ts";

const pkg = (type: Package["type"], name: string, version: string, more: Partial<Package> = {}): Package => ({
  type,
  name,
  version,
  arch: "",
  layer: 0,
  path: "/var/lib/dpkg/status",
  ...more,
});
const debian: Facts["os"] = {
  id: "debian",
  versionId: "12",
  prettyName: "Debian GNU/Linux 12 (bookworm)",
  product: "debian",
  cycle: "12",
  evidence: "/etc/os-release",
  release: {},
};
const packages: Package[] = [
  pkg("deb", "libc6", "2.36-9+deb12u4", { arch: "amd64", source: { name: "glibc", version: "2.36-9+deb12u4" } }),
  pkg("deb", "tar", "1:1.34+dfsg-1", { arch: "amd64" }),
  pkg("npm", "@babel/core", "7.24.0", { path: "/app/node_modules/@babel/core/package.json", layer: 1 }),
  pkg("npm", "@babel/core", "7.24.0", { path: "/srv/node_modules/@babel/core/package.json", layer: 0 }),
  pkg("pypi", "Typing_Extensions", "4.9.0"),
  pkg("maven", "org.apache:commons", "1.0"),
  pkg("maven", "lonely", "2"),
  pkg("golang", "github.com/Masterminds/semver", "v3.2.1"),
];
const audit = (facts: Partial<Facts> = {}, references: readonly string[] = ["registry.example:5000/team/web:1.2"]) =>
  auditOf({
    n: 7,
    references,
    steps: ["FROM a", "RUN b"],
    facts: {
      os: debian,
      packages,
      runtimes: [
        {
          product: "nodejs",
          version: "20.11.0",
          cycle: "20",
          evidence: "/usr/local/include/node/node_version.h",
          by: "file",
          layer: 1,
        },
        { product: "python", version: "3.11.2", cycle: "3.11", evidence: "package python3", by: "package" },
      ],
      ...facts,
    },
  });
const gap = {
  fact: "packages" as const,
  where: "/var/db/pkg",
  reason: "portage package database not read yet by this version",
  weight: "gap" as const,
};
interface Cdx {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp: string; readonly component: { readonly properties: object[] } };
  readonly components: {
    readonly name: string;
    readonly type: string;
    readonly purl?: string;
    readonly group?: string;
    readonly evidence?: { occurrences: object[] };
    readonly properties?: { name: string; value: string }[];
  }[];
  readonly compositions: object[];
  readonly annotations?: { readonly text: string }[];
}
const cdxOf = (text: string) => JSON.parse(text) as Cdx;

describe("purls", () => {
  it.each([
    [
      pkg("deb", "tar", "1:1.34+dfsg-1", { arch: "amd64" }),
      "debian",
      "12",
      "pkg:deb/debian/tar@1:1.34%2Bdfsg-1?arch=amd64&distro=debian-12",
    ],
    [
      pkg("deb", "libc6", "2", { arch: "arm64", source: { name: "glibc", version: "3" } }),
      "ubuntu",
      "24.04",
      "pkg:deb/ubuntu/libc6@2?arch=arm64&distro=ubuntu-24.04&upstream=glibc%403",
    ],
    [
      pkg("apk", "musl", "1.2.5-r0", { arch: "x86_64" }),
      "alpine",
      "3.20.1",
      "pkg:apk/alpine/musl@1.2.5-r0?arch=x86_64&distro=alpine-3.20.1",
    ],
    [
      pkg("rpm", "openssl-libs", "1:3.0.7-27.el9", { arch: "x86_64" }),
      "rhel",
      "9.4",
      "pkg:rpm/redhat/openssl-libs@3.0.7-27.el9?arch=x86_64&distro=rhel-9.4&epoch=1",
    ],
    [
      pkg("rpm", "bash", "5.1-2", { arch: "x86_64" }),
      "opensuse-leap",
      null,
      "pkg:rpm/opensuse/bash@5.1-2?arch=x86_64&distro=opensuse-leap",
    ],
    [pkg("npm", "@babel/core", "7.24.0"), "debian", "12", "pkg:npm/%40babel/core@7.24.0"],
    [pkg("npm", "left-pad", "1.3.0"), "debian", "12", "pkg:npm/left-pad@1.3.0"],
    [pkg("pypi", "Typing_Extensions", "4.9.0"), "debian", "12", "pkg:pypi/typing-extensions@4.9.0"],
    [
      pkg("golang", "github.com/Masterminds/semver/v3", "v3.2.1"),
      "debian",
      "12",
      "pkg:golang/github.com/masterminds/semver/v3@v3.2.1",
    ],
    [pkg("golang", "stdlib", "1.22.3"), "debian", "12", "pkg:golang/stdlib@1.22.3"],
    [pkg("maven", "org.apache:commons", "1.0"), "debian", "12", "pkg:maven/org.apache/commons@1.0"],
    [pkg("maven", "lonely", "2"), "debian", "12", null],
    [pkg("gem", "rails", "7.1.3"), "debian", "12", "pkg:gem/rails@7.1.3"],
    [pkg("nuget", "Newtonsoft.Json", "13.0.3"), "debian", "12", "pkg:nuget/Newtonsoft.Json@13.0.3"],
    [pkg("composer", "Symfony/Console", "v6.4.3"), "debian", "12", "pkg:composer/symfony/console@v6.4.3"],
    [pkg("npm", "a\ud800 (b)", "1?#"), "debian", "12", "pkg:npm/a%EF%BF%BD%20%28b%29@1%3F%23"],
  ])("%# are as their type asks", (each, id, versionId, purl) => {
    expect(purlOf(each, { id, versionId })).toBe(purl);
  });
  it("name no vendor where no system was found", () => {
    expect(purlOf(pkg("deb", "tar", "1", { arch: "amd64" }), null)).toBe("pkg:deb/tar@1?arch=amd64");
  });
});

describe("CycloneDX and SPDX", () => {
  const run = auditRun();
  const validators = { cyclonedx: cycloneDxValidator("1.6"), spdx: spdxValidator() };
  const cases = {
    ordinary: audit(),
    gap: audit({ limits: [gap] }),
    empty: audit({ packages: [], os: null, runtimes: [] }, []),
    hostile: audit({
      packages: [
        pkg("deb", "\u0000\ud800../x\u202e", "1 2\n", { arch: "?&", path: "/\u001b[31m" }),
        pkg("gem", "a".repeat(400), "=1", { layer: 99 }),
      ],
      os: { ...debian, id: "../&distro=x", versionId: "\ud800" },
    }),
    every: audit({ packages: run.images.flatMap(({ facts }) => facts.packages) }),
  };

  it.each(Object.entries(cases))("are valid by the published schemas: %s", (_, each) => {
    for (const format of ["cyclonedx", "spdx"] as const) {
      validators[format](JSON.parse(sbomOf(format, each, run)));
      expect([format, validators[format].errors ?? []]).toEqual([format, []]);
    }
  });
  it("are refused by the schemas once they are wrong", () => {
    for (const format of ["cyclonedx", "spdx"] as const) {
      const wrong = { ...(JSON.parse(sbomOf(format, audit(), run)) as object), strange: true };
      expect(validators[format](wrong)).toBe(false);
    }
  });
  it("is valid by the schema of the reference as well", (context) => {
    needsReference(context);
    const validate = referenceCycloneDxValidator();
    if (validate === null) return context.skip("the reference holds no schema of CycloneDX");
    validate(JSON.parse(sbomOf("cyclonedx", audit({ limits: [gap] }), run)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it("are the same whatever order the facts have, and only the time differs another day", () => {
    const shuffled = audit({ packages: [...packages].reverse() });
    const later = { ...run, startedAt: "2027-01-01T00:00:00.123Z" };
    for (const format of ["cyclonedx", "spdx"] as const) {
      expect(sbomOf(format, shuffled, run)).toBe(sbomOf(format, audit(), run));
      const [lines, other] = [run, later].map((each) => sbomOf(format, audit({ limits: [gap] }), each).split("\n"));
      const differing = (lines ?? []).filter((line, at) => line !== other?.[at]);
      expect(differing.length).toBe(2);
      expect(differing.every((line) => /"(timestamp|created|annotationDate)": /.test(line))).toBe(true);
    }
    expect(cdxOf(sbomOf("cyclonedx", audit({ packages: packages.slice(1) }), run)).serialNumber).not.toBe(
      cdxOf(sbomOf("cyclonedx", audit(), run)).serialNumber,
    );
  });

  it("say where a package lies, once a package, with its layers", () => {
    const { components } = cdxOf(sbomOf("cyclonedx", audit(), run));
    const [core, ...more] = components.filter(({ name }) => name === "core");
    expect(more).toEqual([]);
    expect(core).toMatchObject({ group: "@babel", purl: "pkg:npm/%40babel/core@7.24.0", type: "library" });
    const layers = audit().image.layers.map(({ diffId }) => diffId);
    expect(core?.evidence?.occurrences).toEqual([
      { location: "/app/node_modules/@babel/core/package.json", additionalContext: `layer 1, ${layers[1]}` },
      { location: "/srv/node_modules/@babel/core/package.json", additionalContext: `layer 0, ${layers[0]}` },
    ]);
    expect(core?.properties?.filter(({ name }) => name === "plimsoll:layer:diff-id").map(({ value }) => value)).toEqual(
      layers.slice(0, 2),
    );
    expect(components.filter(({ type }) => type === "operating-system").map(({ name }) => name)).toEqual(["debian"]);
    expect(components.filter(({ type }) => type === "application").map(({ name }) => name)).toEqual(["nodejs"]);
  });

  it("call a list incomplete where something was not read, and never complete", () => {
    const whole = cdxOf(sbomOf("cyclonedx", audit(), run));
    expect(whole.compositions[0]).toEqual({ aggregate: "unknown", assemblies: ["image"] });
    expect(whole.annotations).toBeUndefined();
    const partly = cdxOf(sbomOf("cyclonedx", audit({ limits: [gap, { ...gap, fact: "secrets" }] }), run));
    expect(partly.compositions[0]).toEqual({ aggregate: "incomplete", assemblies: ["image"] });
    expect(partly.annotations?.map(({ text }) => text)).toEqual([
      "Not read: packages, /var/db/pkg: portage package database not read yet by this version",
    ]);
    const spdx = sbomOf("spdx", audit({ limits: [gap] }), run);
    expect(spdx).toContain("Not read: packages, /var/db/pkg");
    expect(spdx).toMatch(/"comment": "Incomplete: 1 parts/);
    expect(spdx).not.toContain('licenseDeclared": "MIT');
  });

  it("are read back as the very list that was written", () => {
    for (const format of ["cyclonedx", "spdx"] as const) {
      const answer = readSbomBytes(Buffer.from(sbomOf(format, audit({ limits: [gap] }), run)));
      if (!answer.ok) throw new Error(answer.reason.key);
      expect(answer.sbom).toMatchObject({ completeness: "incomplete", malformed: 0 });
      const { differences } = compareWithSbom(audit({ limits: [gap] }), answer.sbom);
      expect(differences).toMatchObject({ onlyOurs: [], otherVersion: [], notRead: [], withoutVersion: [] });
      // The program that no package brought.
      expect(differences.onlyTheirs.map(({ name }) => name)).toEqual(["nodejs"]);
      expect(differences.same).toBe(differences.ours);
    }
  });
});
