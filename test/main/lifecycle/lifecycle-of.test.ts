import { describe, expect, it } from "vitest";
import { loadLifecycle } from "../../../main/data/lifecycle-catalogue.ts";
import { lifecycleOf, namedFacts } from "../../../main/lifecycle/lifecycle-of.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { Facts, Os, Runtime } from "../../../shared/model/facts.ts";
import { languages } from "../../../shared/model/languages.ts";
import { supportedUntil, worstLifecycle } from "../../../shared/summary.ts";
import { say } from "../../../shared/wording/say.ts";
import { configWith, factsWith } from "../../support/facts.ts";

const catalogue = await loadLifecycle("assets/data/lifecycle.json");
const on = CalendarDay.parse("2026-11-23");

function os(id: string, versionId: string | null, parts: Partial<Os> = {}): Os {
  const release = { ID: id, NAME: id, ...(versionId === null ? {} : { VERSION_ID: versionId }) };
  return {
    id,
    versionId,
    prettyName: null,
    product: null,
    cycle: null,
    evidence: "/etc/os-release",
    release,
    ...parts,
  };
}
function runtime(product: string, version: string, parts: Partial<Runtime> = {}): Runtime {
  return { product, version, cycle: null, evidence: "env X", by: "env", ...parts };
}
const entriesOf = (parts: Partial<Facts>) => lifecycleOf(factsWith(parts), catalogue, on);
const first = (parts: Partial<Facts>) => {
  const entry = entriesOf(parts)[0];
  if (entry === undefined) throw new Error("no entry");
  return entry;
};

describe("the operating system", () => {
  it("is none where there is no os-release, but unknown where it was not read", () => {
    expect(first({}).status).toBe("none");
    const gap = { fact: "os", where: "layers", reason: "not read yet", weight: "gap" } as const;
    expect(first({ limits: [gap] })).toMatchObject({ status: "unknown", reason: "not-read" });
  });

  const releases: [why: string, os: Os, wanted: object][] = [
    ["a release newer than the data is said", os("debian", "15"), { status: "unknown", reason: "newer-than-data" }],
    ["a system nobody knows is said", os("haiku", "1"), { status: "unknown", reason: "no-product" }],
    ["a known system without version is said", os("rhel", null), { status: "unknown", reason: "no-version" }],
    [
      "an ID that is the id of something else is no system",
      os("nginx", "1.29"),
      { status: "unknown", reason: "no-product" },
    ],
    [
      "an ID named like a property of objects is unknown",
      os("constructor", "1"),
      { status: "unknown", reason: "no-product" },
    ],
    ["an os-release without ID is not the kernel", os("linux", "6.1"), { status: "unknown", reason: "no-product" }],
    ["postmarketOS edge is rolling", os("postmarketos", "edge"), { status: "rolling" }],
    [
      "edge's testing repository alone does not make a release edge",
      os("alpine", "3.18.4", { apkRepositories: ["https://x/alpine/v3.18/main", "https://x/alpine/edge/testing"] }),
      { status: "eol", component: { cycle: "3.18" } },
    ],
    [
      "edge's main repository does",
      os("alpine", "3.22.1", { apkRepositories: ["https://x/alpine/edge/main"] }),
      { status: "rolling", component: { cycle: null } },
    ],
    [
      "a hardened image's own ID counts as its parent does",
      os("dhi", "13", { release: { ID: "dhi", ID_LIKE: "debian", VERSION_ID: "13" } }),
      { status: "supported", component: { product: "debian", cycle: "13" } },
    ],
    [
      "Mint's Debian edition has cycles of its own",
      os("linuxmint", "6", { release: { NAME: "LMDE", ID: "linuxmint" } }),
      { component: { product: "linuxmint", cycle: "lmde6" } },
    ],
    [
      "a debian_version of another release does not refine",
      os("debian", "12", { debianVersion: "11.3" }),
      { component: { version: "12", cycle: "12" } },
    ],
  ];
  it.each(releases)("%s", (_why, given, wanted) => {
    expect(first({ os: given })).toMatchObject(wanted);
  });

  it("of a derivative shows its parent's windows and counts on none of them", () => {
    const entry = first({ os: os("elementary", "7", { release: { ID: "elementary", UBUNTU_CODENAME: "jammy" } }) });
    expect(entry).toMatchObject({
      status: "unknown",
      reason: "no-product",
      component: { base: { product: "ubuntu", cycle: "22.04" } },
    });
    expect(entry.coverage.length).toBeGreaterThan(0);
    expect(entry.coverage.filter((window) => window.entitled)).toEqual([]);
    expect(supportedUntil([entry])).toBeNull();
  });

  it("states an end of its own beside the source's only where they disagree", () => {
    const stated = (id: string, version: string, end: string) =>
      first({ os: os(id, version, { release: { ID: id, SUPPORT_END: end } }) }).coverage.filter((one) =>
        one.source.includes("SUPPORT_END"),
      );
    expect(stated("almalinux", "9.6", "2032-06-01")).toEqual([]);
    expect(stated("amzn", "2", "2026-06-30")).toEqual([]);
    expect(stated("fedora", "43", "2026-12-02")).toMatchObject([{ until: "2026-12-01", entitled: false }]);
    expect(stated("fedora", "43", "nonsense")).toEqual([]);
  });
});

describe("windows", () => {
  it("of Debian 12 past its end: general support, and LTS that is shown but not counted", () => {
    const entry = first({ os: os("debian", "12") });
    expect(entry.status).toBe("extended-only");
    expect(entry.coverage).toEqual([
      {
        phase: "Debian Security Support",
        provider: "Debian",
        from: "2023-06-10",
        until: "2026-07-11",
        entitled: true,
        source: "endoflife.date 2026-08-22",
        asOf: "2026-08-22",
      },
      {
        phase: "Debian LTS",
        provider: "Debian LTS team",
        from: "2026-07-12",
        until: "2028-06-30",
        entitled: false,
        source: "endoflife.date 2026-08-22",
        asOf: "2026-08-22",
      },
    ]);
    expect(entry.next).toEqual({ what: "eoes", date: "2028-06-30", days: 585 });
    expect(supportedUntil([entry])).toEqual({ date: "2026-07-11", component: "Debian 12" });
  });

  it("of Ubuntu count to the end of ESM where an installed package proves it, and the status stays", () => {
    const esm = {
      type: "deb",
      name: "libssl1.1",
      version: "1.1.1-1ubuntu2.1~18.04.23+esm3",
      arch: "amd64",
      layer: 0,
      path: "/var/lib/dpkg/status",
    } as const;
    const entry = first({ os: os("ubuntu", "18.04"), packages: [esm] });
    expect(entry.status).toBe("extended-only");
    expect(supportedUntil([entry])?.date).toBe("2028-04-01");
    expect(supportedUntil([first({ os: os("ubuntu", "18.04") })])?.date).toBe("2023-05-31");
  });

  it("follow each other without a gap or an overlap", () => {
    const { coverage } = first({ os: os("rhel", "8.10") });
    expect(coverage.map(({ from, until }) => [from, until])).toEqual([
      ["2019-05-07", "2024-05-31"],
      ["2024-06-01", "2029-05-31"],
      ["2029-06-01", "2033-05-31"],
    ]);
  });

  it("have no end where the source says false, and then nothing is next", () => {
    const [, entry] = entriesOf({ runtimes: [runtime("go", "1.27.0")] });
    expect(entry).toMatchObject({ status: "supported", next: null, dates: { eol: false } });
    expect(entry?.coverage).toMatchObject([{ until: null, entitled: true }]);
  });
});

describe("runtimes", () => {
  it("that the distribution packaged take its status and raise no alarm", () => {
    const entries = entriesOf({
      os: os("debian", "13"),
      runtimes: [runtime("python", "3.9.2-1", { by: "package", distroPackaged: true })],
    });
    expect(entries[1]).toMatchObject({
      status: "supported",
      reason: "follows-os",
      coverage: [],
      next: null,
      dates: { eol: "2025-10-31" },
    });
    expect(worstLifecycle(entries)).toBe("supported");
  });

  const javas: [vendor: string | undefined, product: string | null][] = [
    ["Eclipse Adoptium", "eclipse-temurin"],
    ["Amazon.com Inc.", "amazon-corretto"],
    ["Azul Systems, Inc.", "azul-zulu"],
    ["IBM Corporation", "ibm-semeru-runtime"],
    ["Oracle Corporation", "openjdk-builds-from-oracle"],
    ["Oracle JDK", "oracle-jdk"],
    ["Microsoft", "microsoft-build-of-openjdk"],
    ["BellSoft", "bellsoft-liberica"],
    ["SAP SE", "sapmachine"],
    ["Red Hat, Inc.", "redhat-build-of-openjdk"],
    ["JetBrains s.r.o.", null],
    [undefined, null],
  ];
  it.each(javas)("Java 21 of %s is %s", (vendor, product) => {
    const java = runtime("java", "21.0.12", vendor === undefined ? {} : { vendor });
    const named = namedFacts(factsWith({ runtimes: [java] }), catalogue);
    expect(named.runtimes[0]).toMatchObject({ product: product ?? "java", cycle: "21" });
    const again = namedFacts(named, catalogue);
    expect(again).toEqual(named);
    if (product === null)
      expect(lifecycleOf(named, catalogue, on)[1]).toMatchObject({ status: "unknown", reason: "no-product" });
  });

  it("never match a device, a system or a hosted service of the same name", () => {
    const entries = entriesOf({ runtimes: [runtime("amazon-rds-postgresql", "14"), runtime("debian", "12")] });
    expect(entries.slice(1).map((entry) => entry.component.product)).toEqual([null, null]);
  });
});

describe("a hardened line", () => {
  const labels = (more: Record<string, string>) => ({
    "com.docker.dhi.name": "dhi/python",
    "com.docker.dhi.version": "3.13.13-debian13",
    "com.docker.dhi.definition": "image/python/debian-13/3.13",
    ...more,
  });
  const line = (more: Record<string, string>) =>
    entriesOf({ config: configWith({ labels: labels(more) }) }).find((entry) => entry.component.kind === "line");

  it("ends when its label says, and Docker's extended support is an estimate that does not count", () => {
    const entry = line({ "com.docker.dhi.date.end-of-life": "2026-10-31" });
    expect(entry).toMatchObject({ status: "eol", component: { cycle: "3.13" } });
    expect(entry?.coverage.at(-1)).toMatchObject({ until: "2031-10-31", entitled: false, estimate: true });
  });

  it("is extended where the image is labelled as bought, still without a counted end", () => {
    const entry = line({ "com.docker.dhi.date.end-of-life": "2026-10-31", "com.docker.dhi.entitlement": "els" });
    expect(entry?.status).toBe("extended-only");
    expect(entry === undefined ? null : supportedUntil([entry])?.date).toBe("2026-10-31");
  });

  it("with a label that is no day is unknown, and without one is not there", () => {
    expect(line({ "com.docker.dhi.date.end-of-life": "2026-02-30" })).toMatchObject({
      status: "unknown",
      reason: "label-unreadable",
    });
    expect(line({})).toBeUndefined();
  });

  it("cannot prolong what the catalogue says of the runtime", () => {
    const entries = entriesOf({
      config: configWith({ labels: labels({ "com.docker.dhi.date.end-of-life": "2099-01-01" }) }),
      runtimes: [runtime("python", "3.13.13", { by: "label" })],
    });
    expect(supportedUntil(entries)?.date).toBe("2029-10-31");
  });
});

it("every reason is a sentence in both languages with all its values filled in", () => {
  const odd = entriesOf({
    os: os("haiku", "1"),
    runtimes: [
      runtime("java", "8u342"),
      runtime("nodejs", "99"),
      runtime("python", "3"),
      runtime("php", "8.6.0alpha3"),
      runtime("jquery", "1.12.4"),
      runtime("perl", "5.36", { distroPackaged: true }),
    ],
    config: configWith({ labels: { "com.docker.dhi.name": "dhi/x", "com.docker.dhi.date.end-of-life": "soon" } }),
  });
  const more = [
    first({}),
    first({ os: os("arch", null) }),
    first({ os: os("rhel", null) }),
    first({ os: os("raspbian", "11") }),
  ];
  const reasoned = [...odd, ...more].filter((entry) => entry.reason !== undefined);
  expect(new Set(reasoned.map((entry) => entry.phrase?.key)).size).toBeGreaterThanOrEqual(11);
  for (const entry of reasoned) {
    for (const language of languages) {
      const sentence = entry.phrase === undefined ? "" : say(entry.phrase, language);
      expect(sentence, entry.reason).not.toMatch(/^$|lifecycle\.|[{}]/);
    }
  }
});
