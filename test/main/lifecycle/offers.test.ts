// Windows on offer, what other sources say beside them, and signs in the image that one of them is in use.
import { describe, expect, it } from "vitest";
import { lifecycleOf } from "../../../main/lifecycle/lifecycle-of.ts";
import { productLifecycle } from "../../../main/lifecycle/product-lifecycle.ts";
import { addDays, CalendarDay } from "../../../shared/calendar-day.ts";
import { lastCoveredDay } from "../../../shared/cover.ts";
import { Entitlement } from "../../../shared/model/entitlement.ts";
import type { External, Facts } from "../../../shared/model/facts.ts";
import type { Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { lifecycleFactsOf } from "../../../shared/model/lifecycle-facts.ts";
import { configWith, factsWith } from "../../support/facts.ts";
import { shippedLifecycleData } from "../../support/lifecycle-data.ts";

const data = await shippedLifecycleData();
const on = CalendarDay.parse("2026-11-24");

function entriesOf(id: string, versionId: string, parts: Partial<Facts> = {}): LifecycleEntry[] {
  const release = { ID: id, NAME: id, VERSION_ID: versionId };
  const rest = { prettyName: null, product: null, cycle: null, evidence: "/etc/os-release", release };
  const facts = factsWith({ os: { id, versionId, ...rest }, ...parts });
  // What is kept beside an audit answers as the whole of the facts does, whatever proof is in them.
  expect(lifecycleOf(lifecycleFactsOf(facts), data, on)).toEqual(lifecycleOf(facts, data, on));
  return lifecycleOf(facts, data, on);
}
function osOf(id: string, versionId: string, parts: Partial<Facts> = {}): LifecycleEntry {
  const [entry] = entriesOf(id, versionId, parts);
  if (entry === undefined) throw new Error("no entry");
  return entry;
}
const offersOf = ({ coverage }: LifecycleEntry) =>
  coverage.flatMap(({ offer, from, until, entitled, secondOpinion }) =>
    offer === undefined || secondOpinion === true ? [] : [[offer, from, until, entitled]],
  );
const opinionsOf = ({ coverage }: LifecycleEntry) =>
  coverage.filter((window) => window.secondOpinion === true).map(({ phase, until }) => [phase, until]);

describe("offers", () => {
  it("follow general support, and one another where they build on it; nobody has bought them", () => {
    expect(offersOf(osOf("debian", "11"))).toEqual([
      ["debian-lts", "2024-08-15", "2026-08-31", false],
      ["tuxcare-els", "2024-08-15", null, false],
      ["freexian-elts", "2026-09-01", "2031-06-30", false],
    ]);
    expect(offersOf(osOf("debian", "13"))).toEqual([
      ["debian-lts", "2028-08-10", "2030-06-30", false],
      ["freexian-elts", "2030-07-01", "2035-06-30", false],
    ]);
  });

  it("are known for systems and runtimes alike", () => {
    const python = { product: "python", version: "3.9.2", cycle: null, evidence: "env X", by: "env" } as const;
    const [alpine, runtime] = entriesOf("alpine", "3.18.4", { runtimes: [python] });
    expect([alpine, runtime].flatMap((entry) => (entry === undefined ? [] : offersOf(entry)))).toEqual([
      ["tuxcare-els", "2025-05-10", null, false],
      ["tuxcare-els", "2025-11-01", null, false],
    ]);
    expect(offersOf(osOf("alpine", "3.19.1"))).toEqual([]);
  });

  it("call a day an estimate that was worked out and not published: 15 years of Ubuntu beside 12", () => {
    const legacy = osOf("ubuntu", "16.04").coverage.filter((window) => window.offer === "canonical-legacy");
    expect(legacy).toMatchObject([
      { from: "2026-04-03", until: "2031-04-21", estimate: true, asOf: "2025-11-14" },
      { until: "2028-04-25", secondOpinion: true, entitled: false, asOf: "2026-04-25" },
    ]);
  });

  it("are what the source's own extended window is called", () => {
    const known = [
      ["rhel", "redhat-els"],
      ["sles", "suse-ltss"],
      ["oracle-linux", "oracle-linux-extended"],
      ["azul-zulu", "azul-extended"],
      ["oracle-jdk", "oracle-java-extended"],
      ["nodejs", "herodevs-nes"],
      ["ubuntu", "canonical-esm"],
    ] as const;
    for (const [product, offer] of known) {
      const entries = productLifecycle(data, product, null, on)?.entries ?? [];
      const own = entries.filter(({ dates }) => dates.eoes !== null && dates.eoes !== true);
      expect([product, own.length > 0]).toEqual([product, true]);
      for (const { coverage } of own) {
        expect([product, coverage.filter((window) => window.offer === offer).length]).toEqual([product, 1]);
      }
    }
  });
});

describe("second opinions", () => {
  it("stand beside a day that another source puts elsewhere", () => {
    expect(opinionsOf(osOf("ubuntu", "22.04"))).toEqual([
      ["Maintenance & Security Support", "2027-06-01"],
      ["Expanded Security Maintenance", "2032-04-21"],
      ["Legacy", "2034-04-25"],
    ]);
    expect(opinionsOf(osOf("debian", "9"))).toEqual([["Debian LTS", "2022-06-30"]]);
  });

  it("are silent where the sources agree", () => {
    for (const version of ["10", "11", "12", "13"]) expect(opinionsOf(osOf("debian", version))).toEqual([]);
  });

  it("never count, and an image's own SUPPORT_END is one of them", () => {
    const release = { ID: "fedora", VERSION_ID: "43", SUPPORT_END: "2026-12-02" };
    const entry = osOf("fedora", "43", {
      os: {
        id: "fedora",
        versionId: "43",
        prettyName: null,
        product: null,
        cycle: null,
        evidence: "/etc/os-release",
        release,
      },
      config: configWith({ labels: { "org.opencontainers.image.created": "2026-01-31T12:00:00Z" } }),
    });
    expect(entry.coverage.at(-1)).toMatchObject({ until: "2026-12-01", secondOpinion: true, asOf: "2026-01-31" });
    expect(lastCoveredDay(entry)).toBe("2026-12-09");
  });
});

it("every window of every cycle of the catalogue carries the day of its source", () => {
  let checked = 0;
  const without: string[] = [];
  for (const { id } of data.products) {
    for (const { component, coverage } of productLifecycle(data, id, null, on)?.entries ?? []) {
      for (const window of coverage) {
        checked += 1;
        const isTurned = window.from !== null && window.until !== null && window.until < window.from;
        // Of a handful of source slips the extended window ends before general support does.
        if (
          window.asOf === undefined ||
          window.source === "" ||
          (isTurned && window.offer !== undefined && !isSlip(window))
        )
          without.push(`${component.label} ${window.phase}`);
      }
    }
  }
  expect(checked).toBeGreaterThan(9000);
  expect(without).toEqual([]);
});
/** The source's own extended window of old releases that never had one: it ends with general support. */
function isSlip({ from, until }: Coverage): boolean {
  return from !== null && until !== null && addDays(until, 1) === from;
}

describe("proof in the image", () => {
  const external = (kind: string, data: unknown, source = "/f"): External => ({
    kind,
    source,
    digest: "",
    date: null,
    verified: false,
    data,
  });
  const esm = (parts: Partial<Facts>) =>
    osOf("ubuntu", "20.04", parts).coverage.find((window) => window.offer === "canonical-esm");
  const package_ = (version: string) =>
    ({ type: "deb", name: "a", version, arch: "", layer: 0, path: "/var/lib/dpkg/status" }) as const;

  it.each([
    ["a package of ESM", { packages: [package_("1.0-2ubuntu1~esm2")] }],
    ["an enabled service", { external: [external("ubuntu-pro", { services: ["fips", "esm-infra"] })] }],
    ["a source", { external: [external("ubuntu-pro", { sources: ["https://esm.ubuntu.com/apps/ubuntu"] })] }],
  ])("%s counts Ubuntu's ESM", (_why, parts) => {
    expect(esm(parts)).toMatchObject({ entitled: true, until: "2030-04-02" });
    expect(lastCoveredDay(osOf("ubuntu", "20.04", parts))).toBe("2030-04-02");
  });

  it.each([
    ["nothing", {}],
    ["FIPS", { external: [external("ubuntu-pro", { services: ["fips", "realtime-kernel"] })] }],
    ["an archive of FIPS", { external: [external("ubuntu-pro", { sources: ["https://esm.ubuntu.com/fips/ubuntu"] })] }],
    ["a fact of another kind", { external: [external("scan", { services: ["esm-infra"] })] }],
    ["data of no form", { external: [external("ubuntu-pro", 7), external("ubuntu-pro", { services: [null] })] }],
  ])("%s does not", (_why, parts) => {
    expect(esm(parts)?.entitled).toBe(false);
  });

  const manifest = (set: string) => ({ external: [external("rhel-content-manifest", { content_sets: [set] }, "/m")] });
  const eus = (version: string, parts: Partial<Facts>) =>
    osOf("rhel", version, parts).coverage.filter((window) => window.offer === "redhat-eus");

  it("a content manifest of EUS shows 24 months of the minor release, reckoned and so an estimate", () => {
    expect(eus("9.4", manifest("rhel-9-for-x86_64-baseos-eus-rpms__9_DOT_4"))).toMatchObject([
      { from: "2024-04-30", until: "2026-04-30", entitled: true, estimate: true, phase: "Extended Update Support 9.4" },
    ]);
  });

  it("is an estimate without days where the data do not know the minor release", () => {
    const [window] = eus("9.99", manifest("rhel-9-for-x86_64-appstream-eus-rpms"));
    expect(window).toMatchObject({ from: null, until: null, entitled: true, estimate: true });
  });

  it("is not shown without proof or a record that names it", () => {
    expect(eus("9.4", {})).toEqual([]);
    expect(eus("9.4", manifest("rhel-9-for-x86_64-baseos-rpms"))).toEqual([]);
    expect(eus("9.4", manifest("rhel-9-for-x86_64-baseos-aus-rpms"))).toEqual([]);
    const entitlement = Entitlement.parse({
      id: "eus",
      provider: "Red Hat",
      programme: "EUS",
      scope: { product: "rhel", cycle: "9.6" },
      contract: "C",
      until: "2027-12-31",
      by: "A",
      on: "2026-01-01",
    });
    const release = { ID: "rhel", VERSION_ID: "9.6" };
    const rest = { prettyName: null, product: null, cycle: null, evidence: "/etc/os-release", release };
    const facts = factsWith({ os: { id: "rhel", versionId: "9.6", ...rest } });
    const cover = { entitlements: { entitlements: [entitlement], digest: "" }, references: [] };
    const [entry] = lifecycleOf(facts, data, on, cover);
    expect(entry?.coverage.find((window) => window.offer === "redhat-eus")).toMatchObject({
      // A contract knows better than a reckoned day.
      until: "2027-12-31",
      entitled: true,
    });
    // Updates of a minor release do not prolong the system's own end.
    expect(entry === undefined ? null : lastCoveredDay(entry)).toBe("2032-05-31");
  });
});
