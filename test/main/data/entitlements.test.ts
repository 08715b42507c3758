// The file of extended support that was bought: read, checked whole, and changed with everything else in it left alone.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addEntitlement, removeEntitlement } from "../../../main/data/change-entitlements.ts";
import { knownScope } from "../../../main/data/entitled-scope.ts";
import { entitlementStanding } from "../../../main/data/entitlement-standing.ts";
import { loadEntitlements, loadEntitlementsIfThere } from "../../../main/data/entitlements.ts";
import { nearestNames } from "../../../main/data/nearest-names.ts";
import type { Entitlement } from "../../../shared/model/entitlement.ts";
import { failureOf } from "../../../shared/model/failure.ts";
import type { LifecycleData } from "../../../shared/model/lifecycle.ts";
import { say } from "../../../shared/wording/say.ts";
import { day } from "../../support/kept-run.ts";

const bought: Omit<Entitlement, "id"> = {
  provider: "Freexian",
  programme: "ELTS",
  scope: { product: "debian", cycle: "10" },
  contract: "C-2026/17 # east",
  until: day("2027-06-30"),
  by: "Ana",
  on: day("2026-11-24"),
};

const data: LifecycleData = {
  schema: "plimsoll/lifecycle-catalogue@1",
  source: "endoflife.date",
  date: day("2026-08-22"),
  licence: "MIT",
  notice: "",
  offers: [
    { id: "els", provider: "Docker", programme: "ELS", product: "dhi-images", source: "docs", asOf: day("2026-08-22") },
  ],
  products: [
    {
      id: "debian",
      label: "Debian",
      category: "os",
      cycles: [
        { cycle: "12", eol: day("2026-07-11"), eoes: day("2028-06-30") },
        { cycle: "10", eol: day("2022-09-10"), eoes: day("2024-06-30") },
      ],
    },
    { id: "nodejs", label: "Node.js", category: "lang", aliases: ["node"], cycles: [{ cycle: "18" }] },
    { id: "redhat-build-of-openjdk", label: "Red Hat build of OpenJDK", category: "lang", cycles: [{ cycle: "17" }] },
  ],
};

let root = "";
let folder = "";
let path = "";
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "plimsoll-entitlements-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(root, "case-"));
  path = join(folder, "entitlements.yaml");
});

async function said(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  const failure = failureOf(error);
  const place = "line" in failure ? ` ${failure.line}:${failure.column}` : "";
  return `${failure.kind}${place}: ${"cause" in failure ? failure.cause : ""}`;
}

function refused(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    const failure = failureOf(error);
    return `${failure.kind}: ${"cause" in failure ? failure.cause : ""}`;
  }
  return "nothing";
}

/** A file of one entry with these lines in place of its own. */
function fileWith(change: Readonly<Record<string, string>>): string {
  const lines: Record<string, string> = {
    provider: "Freexian",
    scope: "{ product: debian, cycle: '10' }",
    contract: "C-1",
    until: "2027-06-30",
    by: "Ana",
    on: "2026-11-24",
    ...change,
  };
  const text = Object.entries(lines).map(([key, value], index) => `${index === 0 ? "  - " : "    "}${key}: ${value}`);
  return `schema: plimsoll/entitlements@1\nentitlements:\n${text.join("\n")}\n`;
}

describe("the file", () => {
  it("that is published as an example reads, and gives an id to the entry without one", async () => {
    const { entitlements, digest } = await loadEntitlements("docs/examples/entitlements.yaml");
    expect(entitlements.length).toBeGreaterThan(3);
    expect(entitlements.every(({ id }) => id.length > 2)).toBe(true);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(await loadEntitlements("docs/examples/entitlements.yaml")).toEqual({ entitlements, digest });
  });

  it("may be absent or empty", async () => {
    expect(await loadEntitlementsIfThere(path)).toBeNull();
    expect(await said(loadEntitlements(path))).toMatch(/^not-readable: no such file/);
    await writeFile(path, "schema: plimsoll/entitlements@1\nentitlements:\n");
    expect((await loadEntitlements(path)).entitlements).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    [
      "ends before it begins",
      { from: "2027-07-01" },
      /^catalogue-invalid 6:5: until: 2027-06-30 lies before .* 2027-07-01/,
    ],
    ["ends on a day that does not exist", { until: "2027-02-30" }, /^catalogue-invalid 6:5: entitlements\.0\.until/],
    ["was recorded on no day", { on: "soon" }, /^catalogue-invalid 8:5: entitlements\.0\.on/],
    [
      "was removed before it was recorded",
      { removed: "{ by: Ana, on: 2026-11-23 }" },
      /^catalogue-invalid 9:25: on: it was removed before it was recorded/,
    ],
    ["names neither product nor images", { scope: "{}" }, /^catalogue-invalid 4:5: .*name a product or images/],
    ["has a cycle without its product", { scope: "{ cycle: '10', image: 'a/*' }" }, /a cycle needs its product/],
    ["says what nobody asked", { scope: "{ product: debian, tier: gold }" }, /^catalogue-invalid 4:.*tier/],
    ["has a cycle that is a number", { scope: "{ product: debian, cycle: 10 }" }, /scope\.cycle/],
    ["has an empty contract", { contract: "' '" }, /contract: it is empty/],
  ])("that %s, is refused at its place", async (_, change, expected) => {
    await writeFile(path, fileWith(change));
    expect(await said(loadEntitlements(path))).toMatch(expected);
  });

  it("with one id twice is refused", async () => {
    const once = fileWith({});
    await writeFile(path, once + once.slice(once.indexOf("  - ")));
    expect(await said(loadEntitlements(path))).toMatch(/stands twice, also as number 1/);
  });

  it("holds an entry that lasts one day, and names of products that the data does not know", async () => {
    await writeFile(path, fileWith({ from: "2027-06-30", scope: "{ product: no-such-product }" }));
    expect((await loadEntitlements(path)).entitlements).toHaveLength(1);
  });
});

describe("changes", () => {
  it("begin a file that explains itself and reads back as it was recorded", async () => {
    const made = await addEntitlement(path, bought);
    expect(made).toEqual({ id: made.id, ...bought });
    expect((await loadEntitlements(path)).entitlements).toEqual([made]);
    expect(await readFile(path, "utf8")).toMatch(/^# Extended support .*\nschema: plimsoll\/entitlements@1\n/);
    expect(await readdir(folder)).toEqual(["entitlements.yaml"]);
  });

  it("mark what is removed, and leave it and every comment in the file", async () => {
    await writeFile(path, `# ours\n${fileWith({ contract: "C-1 # signed in May" })}`);
    const [entry] = (await loadEntitlements(path)).entitlements;
    const removal = { id: entry?.id.slice(0, 8) ?? "", by: "Ben", on: day("2026-11-25"), reason: "not renewed" };
    const removed = await removeEntitlement(path, removal);
    expect(removed).toEqual({ ...entry, removed: { by: "Ben", on: "2026-11-25", reason: "not renewed" } });
    const text = await readFile(path, "utf8");
    expect(text).toMatch(/^# ours\n/);
    expect(text).toContain("C-1 # signed in May");
    expect(await said(removeEntitlement(path, removal))).toMatch(/^usage: .* was removed by Ben on 2026-11-25/);
  });

  it("leave the file as it was where they are refused", async () => {
    await addEntitlement(path, bought);
    const before = await readFile(path, "utf8");
    expect(await said(addEntitlement(path, bought))).toMatch(/^usage: .*stands twice/);
    expect(await said(addEntitlement(path, { ...bought, from: day("2028-01-01") }))).toMatch(/^usage: .*lies before/);
    expect(await said(removeEntitlement(path, { id: "nope", by: "Ana", on: bought.on }))).toMatch(
      /^usage: there is no entitlement nope; see plimsoll entitlement list/,
    );
    expect(await readFile(path, "utf8")).toBe(before);
  });
});

describe("a scope set beside the data", () => {
  it("gets the product's own id from alias, label and other case", () => {
    expect(knownScope({ product: "Debian", cycle: "12" }, data)).toEqual({ product: "debian", cycle: "12" });
    expect(knownScope({ product: "Node" }, data)).toEqual({ product: "nodejs" });
    expect(knownScope({ product: "node.js", image: "a/*" }, data)).toEqual({ product: "nodejs", image: "a/*" });
    expect(knownScope({ image: "a/*" }, data)).toEqual({ image: "a/*" });
    expect(knownScope({ product: "DHI-images", cycle: "3.x" }, data)).toEqual({ product: "dhi-images", cycle: "3.x" });
    expect(knownScope({ product: "debian", cycle: "12.4" }, data)).toEqual({ product: "debian", cycle: "12.4" });
  });

  it("is refused with the nearest names", () => {
    expect(refused(() => knownScope({ product: "debain" }, data))).toMatch(
      /know no product debain; near to it: debian$/,
    );
    expect(refused(() => knownScope({ product: "openjdk" }, data))).toMatch(/near to it: redhat-build-of-openjdk$/);
    expect(refused(() => knownScope({ product: "debian", cycle: "1O" }, data))).toMatch(/near to it: 10, 12$/);
    expect(refused(() => knownScope({ product: "zzzzzzz" }, data))).toMatch(/know no product zzzzzzz$/);
  });

  it("nearest names count swapped, missing and surplus characters as one slip", () => {
    expect(nearestNames("dbeian", ["debian", "fedora"])).toEqual(["debian"]);
    expect(nearestNames("debiann", ["debian", "fedora"])).toEqual(["debian"]);
    expect(nearestNames("Ubuntu Linux", ["ubuntu", "linuxmint"])).toEqual(["ubuntu"]);
    expect(nearestNames("postgres", ["postfix", "progress", "postgresql"])[0]).toBe("postgresql");
  });
});

describe("the standing", () => {
  const on = day("2026-11-24");
  const entry = (change: Partial<Entitlement> = {}): Entitlement => ({ id: "e-1", ...bought, ...change });
  const standing = (change: Partial<Entitlement>, images: number | null = 1, at = on) => {
    const { state, phrases } = entitlementStanding(entry(change), data, at, images);
    return [state, ...phrases.map((phrase) => say(phrase, "en"))].join(": ");
  };

  it.each<[Partial<Entitlement>, string]>([
    [{}, "holds"],
    [{ from: on, until: on }, "holds"],
    [{ from: day("2026-11-25") }, "future: it begins on 2026-11-25"],
    [{ until: day("2026-11-23") }, "ended: its last day was 2026-11-23, 1 days ago"],
    [{ removed: { by: "Ben", on } }, "removed: removed by Ben on 2026-11-24"],
    [{ scope: { product: "debain" } }, "unmatched: the lifecycle data of 2026-08-22 know no product debain"],
    [{ scope: { product: "Node.js" } }, "unmatched: Node.js is another name of nodejs; write nodejs"],
    [{ scope: { product: "node" } }, "holds"],
    [{ scope: { product: "dhi-images" } }, "holds"],
    [{ scope: { product: "debian", cycle: "12.4" } }, "holds"],
    [{ scope: { product: "debian", cycle: "99" } }, "unmatched: the lifecycle data of 2026-08-22 know no Debian 99"],
    [{ scope: { product: "nodejs" } }, "holds"],
    [{ scope: { image: "shop/*" } }, "holds"],
  ])("of %j is %s", (change, expected) => {
    expect(standing(change)).toBe(expected);
  });

  it("says where nothing that is kept is covered, and keeps quiet where nothing is kept", () => {
    expect(standing({}, 0)).toBe("unmatched: nothing in the kept images is what it covers");
    expect(standing({}, null)).toBe("holds");
  });

  it("says where cover ends before general support does", () => {
    const early = { scope: { product: "debian", cycle: "12" }, until: day("2026-07-11") };
    expect(standing(early, 0, day("2026-07-11"))).toMatch(/^holds: general support lasts until 2026-07-11 anyway/);
    expect(standing({ ...early, until: day("2026-07-12") }, 1, day("2026-07-11"))).toBe("holds");
  });
});
