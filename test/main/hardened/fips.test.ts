import { describe, expect, it } from "vitest";
import { fipsOf } from "../../../main/hardened/fips.ts";
import { fipsEntries } from "../../../main/hardened/fips-entries.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { External, Facts, Package } from "../../../shared/model/facts.ts";
import { FipsState } from "../../../shared/model/hardened.ts";
import { LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { say } from "../../../shared/wording/say.ts";
import { factsWith, systemWith } from "../../support/facts.ts";

const day = (text: string) => CalendarDay.parse(text);
/** As Docker documents the predicate. */
const openssl = {
  certification: "CMVP #4985",
  certificationUrl: "https://csrc.nist.gov/projects/cryptographic-module-validation-program/certificate/4985",
  name: "OpenSSL FIPS Provider",
  package: "pkg:dhi/openssl-provider-fips@3.1.2",
  standard: "FIPS 140-3",
  status: "active",
  sunsetDate: "2030-03-10",
  version: "3.1.2",
};
const golang = { name: "Go Cryptographic Module", version: "1.0.0", standard: "FIPS 140-3", status: "in process" };

const attestation = (data: unknown, parts: Partial<External> = {}): External => ({
  kind: "fips",
  source: "attestation sha256:1",
  digest: `sha256:${"1".repeat(64)}`,
  date: day("2026-10-01"),
  verified: true,
  data,
  ...parts,
});
const pkg = (name: string, version: string, type: Package["type"] = "deb"): Package => ({
  type,
  name,
  version,
  arch: "amd64",
  layer: 0,
  path: "/var/lib/dpkg/status",
});
const told = (parts: Partial<Facts>, labelled = true) => {
  const state = fipsOf(factsWith(parts), labelled);
  if (state === null) throw new Error("nothing was told of FIPS");
  expect(FipsState.safeParse(state).error).toBeUndefined();
  return state;
};
const keys = (state: FipsState) => state.reasons.map(({ key }) => key.replace("hardened.fips-", ""));

describe("fipsOf", () => {
  it("is silent where nothing speaks of FIPS", () => {
    expect(fipsOf(factsWith(), false)).toBeNull();
  });

  it("is a claim where only the label speaks, without a module", () => {
    expect(told({})).toEqual({ state: "claimed", modules: [], reasons: [{ key: "hardened.fips-only-label" }] });
  });

  it.each([
    ["the predicate", [openssl, golang]],
    ["a statement", { predicateType: "https://docker.com/dhi/fips/v0.1", predicate: [openssl, golang] }],
  ])("takes the modules of %s, each with its own standing", (_form, data) => {
    const state = told({ external: [attestation(data)] });
    expect(state.state).toBe("attested");
    expect(state.modules).toEqual([
      {
        name: "OpenSSL FIPS Provider",
        version: "3.1.2",
        standard: "FIPS 140-3",
        status: "active",
        certificate: "CMVP #4985",
        certificateUrl: openssl.certificationUrl,
        sunset: "2030-03-10",
        package: openssl.package,
        ground: "attested",
        source: "attestation sha256:1",
        date: "2026-10-01",
      },
      {
        name: "Go Cryptographic Module",
        version: "1.0.0",
        standard: "FIPS 140-3",
        status: "in process",
        ground: "attested",
        source: "attestation sha256:1",
        date: "2026-10-01",
      },
    ]);
    expect(keys(state)).toEqual(["certificate", "in-process"]);
  });

  it("stays a claim where the attestation was not verified", () => {
    const state = told({ external: [attestation([openssl], { verified: false })] });
    expect([state.state, state.modules[0]?.ground]).toEqual(["claimed", "claimed"]);
    expect(keys(state)).toEqual(["only-label", "unverified"]);
  });

  it("puts verified attestations first where two disagree, and keeps both", () => {
    const other = attestation([{ ...openssl, version: "3.0.9" }], { verified: false, source: "other" });
    const { state, modules } = told({ external: [other, attestation([openssl])] });
    expect([state, ...modules.map(({ version, ground }) => `${version} ${ground}`)]).toEqual([
      "attested",
      "3.1.2 attested",
      "3.0.9 claimed",
    ]);
  });

  it("says where an attestation stands without the label", () => {
    expect(keys(told({ external: [attestation([openssl])] }, false))).toEqual(["no-label", "certificate"]);
  });

  it.each<[string, Partial<Facts>, string, string | undefined]>([
    ["deb", { packages: [pkg("openssl-provider-fips", "3.1.2-1")] }, "OpenSSL FIPS Provider", "3.1.2-1"],
    ["apk", { packages: [pkg("openssl-provider-fips", "3.1.2-r0", "apk")] }, "OpenSSL FIPS Provider", "3.1.2-r0"],
    [
      "rpm",
      { packages: [pkg("openssl-fips-provider-so", "3.0.7-6.el9", "rpm")] },
      "OpenSSL FIPS Provider",
      "3.0.7-6.el9",
    ],
    [
      "maven",
      { packages: [pkg("org.bouncycastle:bc-fips", "2.0.0", "maven")] },
      "Bouncy Castle FIPS Java API",
      "2.0.0",
    ],
    [
      "a provider file",
      {
        system: systemWith({
          openssl: { configs: [], moduleConfigs: [], providers: ["/usr/lib/ossl-modules/fips.so"] },
        }),
      },
      "OpenSSL FIPS Provider",
      undefined,
    ],
  ])("a module by %s is there, and no more is known of it", (_by, parts, name, version) => {
    const state = told(parts, false);
    expect(state.state).toBe("claimed");
    expect(state.modules).toMatchObject([{ name, status: "unknown", ground: "claimed" }]);
    expect(state.modules[0]?.version).toBe(version);
    expect(keys(state)).toEqual(["present"]);
  });

  it("does not list a package beside its attested module, unless it is another version", () => {
    const external = [attestation([openssl])];
    expect(told({ external, packages: [pkg("openssl-provider-fips", "3.1.2-1+dhi1")] }).modules).toHaveLength(1);
    expect(told({ external, packages: [pkg("openssl-provider-fips", "3.1.20-1")] }).modules).toHaveLength(2);
  });

  it.each([
    ["no list", { modules: "x" }],
    ["text", "x"],
    ["null", null],
    ["a module without a name", [{ version: "1" }]],
    ["a name that is no text", [{ name: 7 }]],
    ["an empty name", [{ name: " " }]],
    ["more than fit", Array.from({ length: 1000 }, () => openssl)],
  ])("says that %s was not used", (_what, data) => {
    const state = told({ external: [attestation(data)] });
    expect(keys(state)).toContain("unread");
    expect(state.modules.length).toBeLessThanOrEqual(50);
  });

  it("leaves out what is no text, no day or no web address", () => {
    const odd = {
      name: "X",
      version: 3,
      sunsetDate: "soon",
      certificationUrl: "javascript:alert(1)",
      status: "ACTIVE",
    };
    expect(told({ external: [attestation([odd])] }).modules).toEqual([
      { name: "X", status: "active", ground: "attested", source: "attestation sha256:1", date: "2026-10-01" },
    ]);
    expect(keys(told({ external: [attestation([odd])] }))).toEqual(["no-certificate"]);
  });
});

describe("fipsEntries", () => {
  const entries = (on: string, data: unknown, verified = true) =>
    fipsEntries(
      told({ external: [attestation(data, { verified })], packages: [pkg("bc-fips", "1", "maven")] }),
      day(on),
    );

  it.each([
    ["2026-11-24", "supported", 1202],
    ["2030-03-10", "supported", 0],
    ["2030-03-11", "eol", undefined],
  ])("on %s a certificate until 2030-03-10 is %s", (on, status, days) => {
    const [entry, ...rest] = entries(on, [openssl]);
    expect(rest).toEqual([]);
    expect(LifecycleEntry.safeParse(entry).error).toBeUndefined();
    expect(entry).toMatchObject({
      component: { kind: "line", product: null, label: "FIPS 140-3 OpenSSL FIPS Provider 3.1.2 (CMVP #4985)" },
      status,
      dates: { eol: "2030-03-10" },
      coverage: [{ provider: "NIST CMVP", until: "2030-03-10", entitled: true, asOf: "2026-10-01" }],
    });
    expect(entry?.next?.days).toBe(days);
  });

  it("has no day for a module in process, and says why", () => {
    const [entry] = entries("2026-11-24", [golang]);
    expect(entry).toMatchObject({ status: "unknown", reason: "fips-in-process", coverage: [], next: null });
    if (entry?.phrase === undefined) throw new Error("no reason");
    expect(say(entry.phrase, "de")).toMatch(/^Go Cryptographic Module 1\.0\.0 ist noch im Verfahren/);
  });

  it("has none for an active module without a sunset day either", () => {
    const [entry] = entries("2026-11-24", [{ ...openssl, sunsetDate: undefined }]);
    expect(entry).toMatchObject({ status: "unknown", reason: "fips-no-sunset", dates: { eol: null } });
  });

  it("takes a historical status as an end without a day", () => {
    const [entry] = entries("2026-11-24", [{ ...openssl, status: "historical", sunsetDate: undefined }]);
    expect(entry).toMatchObject({ status: "eol", dates: { eol: true }, next: null });
  });

  it("shows the day of an unverified attestation and does not count it", () => {
    const [entry] = entries("2026-11-24", [openssl], false);
    expect(entry?.coverage).toMatchObject([{ entitled: false, estimate: true }]);
  });
});
