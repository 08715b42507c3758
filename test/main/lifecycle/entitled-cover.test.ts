// What was bought: to the day, and never more than the contract and the seller's window give.
import { describe, expect, it } from "vitest";
import { lifecycleOf } from "../../../main/lifecycle/lifecycle-of.ts";
import { addDays, CalendarDay } from "../../../shared/calendar-day.ts";
import { isCoveredOn, lastCoveredDay } from "../../../shared/cover.ts";
import { Entitlement } from "../../../shared/model/entitlement.ts";
import type { Facts } from "../../../shared/model/facts.ts";
import type { Coverage, LifecycleEntry } from "../../../shared/model/lifecycle.ts";
import { supportedUntil } from "../../../shared/summary.ts";
import { configWith, factsWith } from "../../support/facts.ts";
import { shippedLifecycleData } from "../../support/lifecycle-data.ts";

const data = await shippedLifecycleData();
const day = (text: string) => CalendarDay.parse(text);
const on = day("2026-11-24");

function os(id: string, versionId: string): Partial<Facts> {
  const release = { ID: id, NAME: id, VERSION_ID: versionId };
  const rest = { prettyName: null, product: null, cycle: null, evidence: "/etc/os-release", release };
  return { os: { id, versionId, ...rest } };
}
function runtime(product: string, version: string): Partial<Facts> {
  return { runtimes: [{ product, version, cycle: null, evidence: "env X", by: "env" }] };
}
function dhi(labels: Record<string, string> = {}): Partial<Facts> {
  const own = {
    "com.docker.dhi.name": "dhi/python",
    "com.docker.dhi.definition": "image/python/debian-12/3.9",
    "com.docker.dhi.date.end-of-life": "2025-10-31",
  };
  return { config: configWith({ labels: { ...own, ...labels } }) };
}
type Bought = Partial<Omit<Entitlement, "from" | "until">> & { from?: string; until?: string };
function bought(parts: Bought): Entitlement {
  const made = {
    id: "con-1",
    provider: "Freexian",
    scope: { product: "debian" },
    contract: "C-1",
    until: "2030-12-31",
  };
  return Entitlement.parse({ ...made, by: "A", on: "2026-01-01", ...parts });
}
function entriesOf(
  facts: Partial<Facts>,
  entitlements: Entitlement[],
  references = ["shop/api:1.2"],
): LifecycleEntry[] {
  const cover = { entitlements: { entitlements, digest: "sha256:0" }, references };
  return lifecycleOf(factsWith(facts), data, on, cover);
}
function entryOf(facts: Partial<Facts>, entitlements: Entitlement[], at = 0): LifecycleEntry {
  const entry = entriesOf(facts, entitlements)[at];
  if (entry === undefined) throw new Error("no such entry");
  return entry;
}
const spans = (windows: readonly Coverage[]) =>
  windows.filter((one) => one.entitlement !== undefined).map((one) => [one.offer ?? null, one.from, one.until]);

describe("a contract for a window that the data know", () => {
  it("counts until its last day and not a day longer", () => {
    const entry = entryOf(os("rhel", "7.9"), [
      bought({ provider: "Red Hat", scope: { product: "rhel" }, until: "2027-06-30" }),
    ]);
    expect(spans(entry.coverage)).toEqual([["redhat-els", "2024-07-01", "2027-06-30"]]);
    expect(lastCoveredDay(entry)).toBe("2027-06-30");
    expect([isCoveredOn(entry, day("2027-06-30")), isCoveredOn(entry, day("2027-07-01"))]).toEqual([true, false]);
    expect(entry.coverage.find((one) => one.entitlement !== undefined)).toMatchObject({
      entitled: true,
      entitlement: { id: "con-1", contract: "C-1" },
      source: "endoflife.date 2026-08-22; contract C-1",
      asOf: "2026-08-22",
    });
    // What is left stays on offer, and the status is what it was.
    expect(entry.coverage.find((one) => one.from === "2027-07-01")).toMatchObject({
      until: "2029-05-31",
      entitled: false,
    });
    expect(entry.status).toBe("extended-only");
  });

  it("begins on its first day: a gap before it ends the cover, whatever comes later", () => {
    const entry = entryOf(os("rhel", "7.9"), [
      bought({ provider: "Red Hat", scope: { product: "rhel" }, from: "2025-01-01" }),
    ]);
    expect(spans(entry.coverage)).toEqual([["redhat-els", "2025-01-01", "2029-05-31"]]);
    expect([isCoveredOn(entry, day("2024-12-31")), isCoveredOn(entry, day("2025-01-01"))]).toEqual([false, true]);
    expect(lastCoveredDay(entry)).toBe("2024-06-30");
    expect(lastCoveredDay(entry, on)).toBe("2029-05-31");
  });

  it("never reaches beyond the seller's own window", () => {
    const entry = entryOf(os("sles", "15.6"), [
      bought({ provider: "SUSE", scope: { product: "sles" }, until: "2040-01-01" }),
    ]);
    expect(lastCoveredDay(entry)).toBe("2028-12-31");
  });

  it("changes nothing where it ends before support does", () => {
    const scope = { product: "rhel" };
    const entry = entryOf(os("rhel", "9.6"), [bought({ provider: "Red Hat", scope, until: "2030-01-01" })]);
    expect(entry).toEqual(entryOf(os("rhel", "9.6"), []));
  });

  it("is extended by one that joins it, and not by one that comes later", () => {
    const first = bought({ provider: "Red Hat", scope: { product: "rhel" }, until: "2025-12-31" });
    const joined = bought({ ...first, id: "con-2", contract: "C-2", from: "2026-01-01", until: "2027-12-31" });
    expect(lastCoveredDay(entryOf(os("rhel", "7.9"), [joined, first]))).toBe("2027-12-31");
    const later = bought({ ...first, id: "con-2", contract: "C-2", from: "2026-01-02", until: "2027-12-31" });
    expect(lastCoveredDay(entryOf(os("rhel", "7.9"), [first, later]))).toBe("2025-12-31");
  });

  it("counts no longer once it is removed", () => {
    const removed = { by: "B", on: day("2026-02-01") };
    const entry = entryOf(os("debian", "11"), [bought({ removed })]);
    expect(entry).toEqual(entryOf(os("debian", "11"), []));
  });
});

describe("what a contract is for", () => {
  const scopes: [why: string, parts: Bought, wanted: boolean][] = [
    ["the product", { scope: { product: "debian" } }, true],
    ["the product by an alias, in any case", { provider: "Canonical", scope: { product: "Ubuntu" } }, true],
    ["its cycle", { scope: { product: "debian", cycle: "11" } }, true],
    ["another cycle", { scope: { product: "debian", cycle: "12" } }, false],
    ["another product", { scope: { product: "ubuntu" } }, false],
    ["the image", { scope: { image: "shop/*" } }, true],
    ["another image", { scope: { image: "other/*" } }, false],
    ["the product in this image", { scope: { product: "debian", image: "shop/api:*" } }, true],
    ["the product in another image", { scope: { product: "debian", image: "shop/web:*" } }, false],
  ];
  it.each(scopes)("%s", (_why, parts, wanted) => {
    const facts = parts.provider === "Canonical" ? os("ubuntu", "20.04") : os("debian", "11");
    const entry = entryOf(facts, [bought(parts)]);
    expect(entry.coverage.some((window) => window.entitlement !== undefined)).toBe(wanted);
  });

  const names: [provider: string, programme: string | undefined, offers: string[]][] = [
    ["freexian sarl", undefined, ["debian-lts", "freexian-elts"]],
    ["FREEXIAN", "elts", ["debian-lts", "freexian-elts"]],
    ["Debian LTS", undefined, ["debian-lts"]],
    ["TuxCare", undefined, ["tuxcare-els"]],
    ["CloudLinux, Inc.", "Endless Lifecycle Support", ["tuxcare-els"]],
    ["tux care", "ELS", ["tuxcare-els"]],
  ];
  it.each(names)("of %s %s is of %j", (provider, programme, offers) => {
    const entry = entryOf(os("debian", "11"), [
      bought({ provider, ...(programme === undefined ? {} : { programme }), until: "2029-01-01" }),
    ]);
    expect(spans(entry.coverage).map(([offer]) => offer)).toEqual(offers);
  });

  it("images of no name fit no pattern", () => {
    const [entry] = entriesOf(os("debian", "11"), [bought({ scope: { image: "**" } })], []);
    expect(spans(entry?.coverage ?? [])).toEqual([]);
  });
});

describe("windows that build on one another", () => {
  it("ELTS is reached through Debian LTS, which is free", () => {
    const entry = entryOf(os("debian", "11"), [bought({ programme: "ELTS", from: "2026-09-01" })]);
    expect(spans(entry.coverage)).toEqual([
      ["debian-lts", "2024-08-15", "2026-08-31"],
      ["freexian-elts", "2026-09-01", "2030-12-31"],
    ]);
    expect(lastCoveredDay(entry)).toBe("2030-12-31");
  });

  it("a contract for ELTS that begins later leaves LTS as it is", () => {
    const entry = entryOf(os("debian", "11"), [bought({ programme: "ELTS", from: "2026-09-02" })]);
    expect(spans(entry.coverage)).toEqual([["freexian-elts", "2026-09-02", "2030-12-31"]]);
    expect(lastCoveredDay(entry)).toBe("2024-08-14");
  });

  it("Legacy is an add-on of Pro, as far as the contract goes back", () => {
    const legacy = { provider: "Canonical", programme: "Legacy", scope: { product: "ubuntu", cycle: "16.04" } };
    const entry = entryOf(os("ubuntu", "16.04"), [bought({ ...legacy, from: "2021-04-03", until: "2029-06-30" })]);
    expect(spans(entry.coverage)).toEqual([
      ["canonical-esm", "2021-04-03", "2026-04-02"],
      ["canonical-legacy", "2026-04-03", "2029-06-30"],
    ]);
    expect(lastCoveredDay(entry)).toBe("2029-06-30");
    const late = entryOf(os("ubuntu", "16.04"), [bought({ ...legacy, from: "2025-01-01", until: "2029-06-30" })]);
    expect(lastCoveredDay(late)).toBe("2021-04-02");
    expect(lastCoveredDay(late, on)).toBe("2029-06-30");
  });

  it("a contract ends what an installed package only shows to be in use", () => {
    const esm = {
      type: "deb",
      name: "a",
      version: "1+esm1",
      arch: "",
      layer: 0,
      path: "/var/lib/dpkg/status",
    } as const;
    const facts = { ...os("ubuntu", "20.04"), packages: [esm] };
    expect(lastCoveredDay(entryOf(facts, []))).toBe("2030-04-02");
    const scope = { product: "ubuntu" };
    const entry = entryOf(facts, [bought({ provider: "Canonical", programme: "ESM", scope, until: "2027-01-31" })]);
    expect(lastCoveredDay(entry)).toBe("2027-01-31");
  });
});

describe("a seller whom the data do not list", () => {
  const acme = { provider: "ACME", until: "2028-05-31" };
  it("gets a window of its own from the day after the end", () => {
    const entry = entryOf(os("debian", "11"), [bought({ ...acme, scope: { product: "debian", cycle: "11" } })]);
    expect(entry.coverage.find((window) => window.provider === "ACME")).toEqual({
      phase: "Extended support",
      provider: "ACME",
      from: "2024-08-15",
      until: "2028-05-31",
      entitled: true,
      source: "contract C-1",
      asOf: "2026-01-01",
      entitlement: { id: "con-1", contract: "C-1" },
    });
    expect(lastCoveredDay(entry)).toBe("2028-05-31");
  });

  it("covers every component of the images that were named, and those without a day from the contract's own", () => {
    const facts = { ...os("debian", "11"), ...runtime("python", "3.9.2") };
    const [system, python] = entriesOf(facts, [bought({ ...acme, scope: { image: "shop/api:*" } })]);
    expect([system, python].map((entry) => entry && lastCoveredDay(entry))).toEqual(["2028-05-31", "2028-05-31"]);
    const unknown = entryOf(os("haiku", "1"), [bought({ ...acme, from: "2026-01-01", scope: { image: "shop/*" } })]);
    expect(unknown).toMatchObject({ status: "unknown", coverage: [{ from: "2026-01-01", until: "2028-05-31" }] });
  });

  it("covers nothing that has no end, and nothing that has none by design", () => {
    const scope = { image: "shop/*" };
    expect(spans(entryOf(runtime("go", "1.27.0"), [bought({ ...acme, scope })], 1).coverage)).toEqual([]);
    expect(entryOf(os("wolfi", "20230201"), [bought({ ...acme, scope })])).toMatchObject({ coverage: [] });
  });

  it("is not somebody who sells other things: such a contract covers what is on offer and no more", () => {
    const facts = { ...os("ubuntu", "20.04"), ...runtime("python", "3.9.2") };
    const [ubuntu, python] = entriesOf(facts, [bought({ provider: "Canonical", scope: { image: "shop/*" } })]);
    expect(spans(ubuntu?.coverage ?? [])).not.toEqual([]);
    expect(spans(python?.coverage ?? [])).toEqual([]);
    // Freexian sells ELTS of some releases: a contract for all of Debian does not invent others.
    expect(spans(entryOf(os("debian", "6"), [bought({ programme: "ELTS" })]).coverage)).toEqual([]);
  });
});

describe("Docker's extended support", () => {
  const docker = { provider: "Docker, Inc.", scope: { image: "shop/api:*" }, until: "2028-03-31" };
  const line = (entries: LifecycleEntry[]) => entries.find((entry) => entry.component.kind === "line");

  it("is an upper bound without a contract, also where the label says that it was bought", () => {
    for (const facts of [dhi(), dhi({ "com.docker.dhi.entitlement": "els" })]) {
      const entry = line(entriesOf(facts, []));
      expect(entry?.coverage.at(-1)).toMatchObject({ until: "2030-10-31", estimate: true, offer: "docker-dhi-els" });
      expect(entry === undefined ? null : lastCoveredDay(entry)).toBe("2025-10-31");
    }
  });

  it("is cover today where the label says that it was bought, without a day to count on", () => {
    const today = day("2026-11-24");
    const bare = line(entriesOf(dhi(), []));
    const under = line(entriesOf(dhi({ "com.docker.dhi.entitlement": "els" }), []));
    if (bare === undefined || under === undefined) throw new Error("no line");
    expect([isCoveredOn(bare, today), lastCoveredDay(bare, today)]).toEqual([false, "2025-10-31"]);
    expect([isCoveredOn(under, today), lastCoveredDay(under, today)]).toEqual([true, null]);
  });

  it("ends when a contract does, for all that lies in the image", () => {
    const facts = { ...dhi({ "com.docker.dhi.entitlement": "els" }), ...runtime("python", "3.9.25") };
    const entries = entriesOf(facts, [bought(docker)]);
    const covered = line(entries)?.coverage.find((window) => window.entitlement !== undefined);
    expect(covered).toMatchObject({ from: "2025-11-01", until: "2028-03-31", entitled: true });
    expect(covered).not.toHaveProperty("estimate");
    expect(supportedUntil(entries)?.date).toBe("2028-03-31");
    const named = entriesOf(facts, [bought({ ...docker, scope: { product: "python", cycle: "3.9" } })]);
    expect(supportedUntil(named)?.date).toBe("2028-03-31");
  });

  it("covers no image that is not one of Docker's", () => {
    const [, python] = entriesOf(runtime("python", "3.9.25"), [bought(docker)]);
    expect(spans(python?.coverage ?? [])).toEqual([]);
  });

  it("ends on a day of the catalogue where one is known", () => {
    const offer = {
      id: "docker-dhi-els",
      provider: "Docker",
      programme: "ELS",
      product: "dhi/python",
      cycles: [{ cycle: "3.9", until: day("2029-01-31") }],
      source: "catalogue",
      asOf: day("2026-10-01"),
    };
    const dated = { ...data, offers: [...(data.offers ?? []), offer] };
    const facts = factsWith(dhi({ "com.docker.dhi.entitlement": "els" }));
    const entry = line(lifecycleOf(facts, dated, on));
    expect(entry?.coverage.at(-1)).toMatchObject({ until: "2029-01-31", entitled: true, asOf: "2026-10-01" });
    expect(entry?.coverage.at(-1)).not.toHaveProperty("estimate");
    expect(entry === undefined ? null : lastCoveredDay(entry)).toBe("2029-01-31");
  });
});

it("the component that ends first is named after cover, not before", () => {
  const facts = { ...os("debian", "11"), ...runtime("python", "3.10.2") };
  expect(supportedUntil(entriesOf(facts, []))).toEqual({ date: "2024-08-14", component: "Debian 11" });
  expect(supportedUntil(entriesOf(facts, [bought({})]))).toEqual({ date: "2026-10-31", component: "Python 3.10" });
});

it("whatever is bought, no day outside a contract counts beyond general support", () => {
  const from = day("2025-03-01");
  const until = day("2026-07-31");
  for (const [id, version, product, provider] of [
    ["rhel", "7.9", "rhel", "Red Hat"],
    ["sles", "15.4", "sles", "SUSE"],
    ["ubuntu", "18.04", "ubuntu", "Canonical"],
    ["ol", "7.9", "oracle-linux", "Oracle"],
    ["centos", "7", "centos", "TuxCare"],
    ["debian", "10", "debian", "ACME"],
  ] as const) {
    const entry = entryOf(os(id, version), [bought({ provider, scope: { product, cycle: version }, from, until })]);
    const covered = [addDays(from, -1), from, until, addDays(until, 1)].map((one) => isCoveredOn(entry, one));
    const scope = { product };
    const whole = entryOf(os(id, version), [bought({ provider, scope, from, until })]);
    const either = [covered, [addDays(from, -1), from, until, addDays(until, 1)].map((one) => isCoveredOn(whole, one))];
    expect([id, either.some((days) => days[1] && days[2])]).toEqual([id, true]);
    expect([id, either.some((days) => days[0] || days[3])]).toEqual([id, false]);
  }
});
