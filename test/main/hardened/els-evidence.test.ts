import { describe, expect, it } from "vitest";
import { loadHardened } from "../../../main/data/hardened-catalogue.ts";
import { hardenedStateOf } from "../../../main/hardened/recognise.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { External, Facts } from "../../../shared/model/facts.ts";
import { HardenedState } from "../../../shared/model/hardened.ts";
import { say } from "../../../shared/wording/say.ts";
import { configWith, factsWith, imageWith } from "../../support/facts.ts";

const catalogue = await loadHardened("assets/data/hardened.json");
const image = imageWith([]);
const labels = {
  "com.docker.dhi.name": "dhi/node",
  "com.docker.dhi.version": "20.20.2-debian13",
  "com.docker.dhi.definition": "image/node/debian-13/20",
  "com.docker.dhi.entitlement": "els",
  "com.docker.dhi.date.end-of-life": "2026-04-30",
};
const external = (kind: string, date: string | null, verified = true): External => ({
  kind,
  source: `${kind} sha256:1`,
  digest: `sha256:${"1".repeat(64)}`,
  date: date === null ? null : CalendarDay.parse(date),
  verified,
  data: {},
});
const after = "2026-05-01";
const allAfter = [external("sbom", after), external("slsa-provenance", after), external("signature", after)];

function els(parts: Partial<Facts>, change: Record<string, string | undefined> = {}, isEntitled = false) {
  const changed = Object.entries({ ...labels, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const config = configWith({ labels: Object.fromEntries(changed) });
  const state = hardenedStateOf(factsWith({ config, ...parts }), image, catalogue, isEntitled);
  expect(HardenedState.safeParse(state).error).toBeUndefined();
  return state.els;
}
const states = (parts: Partial<Facts>, change: Record<string, string | undefined> = {}) =>
  els(parts, change)?.rows.map(({ state }) => state);

describe("evidence for an image under extended support", () => {
  it("is shown where SBOM, provenance and signature are verified and newer than the end", () => {
    expect(els({ external: allAfter })).toMatchObject({
      ground: "label",
      end: "2026-04-30",
      result: "shown",
      rows: [
        { kind: "sbom", state: "newer", date: after },
        { kind: "provenance", state: "newer" },
        { kind: "signature", state: "newer" },
      ],
    });
  });

  it.each([
    ["on the last day itself", [external("sbom", "2026-04-30"), ...allAfter.slice(1)], "older", "contradicted"],
    ["without a verified signature", [external("sbom", after, false), ...allAfter.slice(1)], "unverified", "unknown"],
    ["without a day", [external("sbom", null), ...allAfter.slice(1)], "undated", "unknown"],
    ["missing", allAfter.slice(1), "missing", "unknown"],
  ])("an SBOM %s is %s", (_what, facts, state, result) => {
    expect(els({ external: facts })).toMatchObject({
      result,
      rows: [{ state }, { state: "newer" }, { state: "newer" }],
    });
  });

  it("takes the newest verified one of several; a newer unverified one does not displace it", () => {
    const several = [external("sbom", "2026-01-01"), external("sbom", "2026-09-01", false), external("sbom", after)];
    expect(els({ external: [...several, ...allAfter.slice(1)] })).toMatchObject({ result: "shown" });
    expect(states({ external: [external("sbom", "2026-01-01"), external("sbom", "2026-09-01", false)] })?.[0]).toBe(
      "older",
    );
  });

  it("is unknown, not shown, where nothing was looked up", () => {
    expect(els({})).toMatchObject({
      result: "unknown",
      rows: [{ state: "missing" }, { state: "missing" }, { state: "missing" }],
    });
  });

  it("takes the end from the catalogue's removed lines where the label has none", () => {
    const found = els({ external: allAfter }, { "com.docker.dhi.date.end-of-life": undefined });
    const removed = catalogue.products.find(({ product }) => product === "node")?.removedAtEol ?? [];
    expect(found?.end).toBe(removed.find(({ version }) => version === "20")?.endOfLife);
    expect(found?.endSource).toContain(catalogue.date);
  });

  it("compares with nothing where no source names an end", () => {
    const none = { "com.docker.dhi.date.end-of-life": "soon", "com.docker.dhi.definition": "image/node/debian-13/0" };
    const found = els({ external: allAfter }, none);
    expect(found).toMatchObject({ end: null, result: "unknown", reasons: [{ key: "hardened.els-no-end" }] });
    expect(found?.rows.map(({ state }) => state)).toEqual(["not-compared", "not-compared", "not-compared"]);
  });

  const apk = (channel: string) => ({
    os: {
      id: "alpine",
      versionId: "3.22",
      prettyName: null,
      product: null,
      cycle: null,
      evidence: "/etc/os-release",
      release: {},
      apkRepositories: [`https://dhi.io/apk/alpine/v3.22/${channel}`],
    },
  });
  const created = { "com.docker.dhi.created": "2026-06-01T00:00:00Z" };
  it.each<[string, Partial<Facts>, Record<string, string | undefined>, boolean, string | undefined]>([
    ["a repository", apk("els"), { "com.docker.dhi.entitlement": "enterprise" }, false, "repository"],
    ["another repository", apk("main"), { "com.docker.dhi.entitlement": "enterprise" }, false, undefined],
    ["a recorded contract", {}, { "com.docker.dhi.entitlement": "enterprise" }, true, "entitlement"],
    ["a build after the end", {}, { "com.docker.dhi.entitlement": "enterprise", ...created }, false, "inferred"],
    ["a public build after the end", {}, { "com.docker.dhi.entitlement": "public", ...created }, false, undefined],
    ["nothing", {}, { "com.docker.dhi.entitlement": "public" }, false, undefined],
  ])("%s is a ground, %#", (_by, parts, change, isEntitled, ground) => {
    const found = els(parts, change, isEntitled);
    expect(found?.ground).toBe(ground);
    expect(found?.reasons.some(({ key }) => key === "hardened.els-inferred") ?? false).toBe(ground === "inferred");
  });

  it("speaks of a public build past its end as no sign of extended support", () => {
    const line = catalogue.products
      .filter(({ kind }) => kind === "image")
      .flatMap(({ product, versions }) => versions.map(({ version, endOfLife }) => ({ product, version, endOfLife })))
      .find(({ endOfLife }) => endOfLife !== null && endOfLife < catalogue.date);
    if (line?.endOfLife == null) throw new Error("the catalogue holds no line past its end");
    const config = configWith({
      labels: {
        "com.docker.dhi.name": `dhi/${line.product}`,
        "com.docker.dhi.definition": `image/${line.product}/debian-13/${line.version}`,
        "com.docker.dhi.entitlement": "public",
        "com.docker.dhi.date.end-of-life": line.endOfLife,
        "com.docker.dhi.created": catalogue.date,
      },
    });
    const { notes = [], els: found } = hardenedStateOf(factsWith({ config }), image, catalogue);
    expect(found).toBeUndefined();
    expect(notes.map(({ key }) => key)).toContain("hardened.built-past-end");
  });

  it("reads well in both languages", () => {
    const [row] = els({ external: allAfter })?.rows ?? [];
    if (row === undefined) throw new Error("no row");
    expect(say(row.reason, "en")).toBe("SBOM: verified, of 2026-05-01, after upstream support ended on 2026-04-30");
    expect(say(row.reason, "de")).toBe(
      "SBOM: geprüft, vom 2026-05-01, also nach dem Ende des Upstream-Supports am 2026-04-30",
    );
  });
});
