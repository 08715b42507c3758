// Stored audits judged again. The one in test/cases was written by the version of Plimsoll that shipped cis-docker 1.0.0,
// from the images of the sample.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runAudit } from "../../main/audit.ts";
import { loadCatalogues } from "../../main/catalogues.ts";
import { pickVersions } from "../../main/cli/rule-versions.ts";
import { packChecks } from "../../main/control/packs/pack-checks.ts";
import { loadPacks } from "../../main/data/pack.ts";
import { loadRulesArchive } from "../../main/data/rules-archive.ts";
import { type RejudgeDeps, rejudge } from "../../main/rejudge.ts";
import { hostPlatform } from "../../main/source/platform.ts";
import { sampleSource } from "../../main/source/sample/sample-source.ts";
import { localScanner } from "../../main/worker/local-scanner.ts";
import { addDays } from "../../shared/calendar-day.ts";
import { AuditRun } from "../../shared/model/audit.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import { Policy } from "../../shared/model/policy.ts";
import { Rejudgement } from "../../shared/model/rejudgement.ts";
import type { WaiverSet } from "../../shared/model/waiver.ts";
import { day, finding } from "../support/kept-run.ts";
import { packFolders, packWith } from "../support/pack-folder.ts";
import { containerFacts, engineFacts } from "../support/surroundings.ts";

const catalogues = await loadCatalogues("assets");
const archived = await loadRulesArchive("assets/rules-archive");
const packs = await loadPacks(["docs/examples/pack"]);
const stored = AuditRun.parse(
  JSON.parse(readFileSync("test/cases/rejudge/sample-under-cis-docker-1.0.0.json", "utf8")),
);
const cis = catalogues.rules.filter(({ id }) => id === "cis-docker");

function deps(rules: readonly RuleSet[], over: Partial<RejudgeDeps> = {}): RejudgeDeps {
  return {
    ...catalogues,
    rules,
    known: [...catalogues.rules, ...archived],
    on: stored.on,
    clock: { today: () => day("2026-11-24"), now: () => "2026-11-24T06:00:00Z", zone: () => "UTC (UTC+00:00)" },
    tool: { version: stored.tool.version },
    ...over,
  };
}

const signal = new AbortController().signal;
const old = pickVersions(cis, archived, ["cis-docker@1.0.0"]);
const said = ({ changes }: Rejudgement) =>
  changes.map(({ subject, control, before, after, causes }) => [
    subject.name,
    control,
    before,
    after,
    causes.map(({ kind, certain }) => `${kind}${certain ? "" : "?"}`).join(" "),
  ]);

describe("a stored audit", () => {
  it("judged by the rules of its time, on its day, is what it was", () => {
    expect(old.map(({ version, digest }) => ({ version, digest }))).toEqual(
      stored.rules.map(({ version, digest }) => ({ version, digest })),
    );
    const again = rejudge(stored, deps(old));
    expect(Rejudgement.parse(again)).toEqual(again);
    expect(said(again)).toEqual([]);
    expect(again.lifecycle).toEqual([]);
  });

  it("made just now, through JSON and back, by every benchmark and a pack, is what it was", async () => {
    const own = packChecks(packs);
    const judgement = deps([...catalogues.rules, ...packs.map(({ set }) => set)], { own });
    const source = sampleSource({ wanted: null, host: hostPlatform("arm64") });
    const steps = runAudit(
      { ...judgement, scanner: localScanner(source), previous: async () => null },
      { images: null },
      signal,
    );
    let step = await steps.next();
    while (step.done !== true) step = await steps.next();
    const kept = AuditRun.parse(JSON.parse(JSON.stringify(step.value)));
    expect(kept.images.flatMap(({ findings }) => findings).length).toBeGreaterThan(500);
    const again = rejudge(kept, judgement);
    expect(said(again)).toEqual([]);
    expect(again.run).toEqual(kept);
  });

  it("says that the day made the difference, and what became of the support", () => {
    const own = packChecks(packs);
    const rules = packs.map(({ set }) => set);
    const first = rejudge(stored, deps(rules, { own, on: day("2026-11-24") })).run;
    const later = rejudge(first, deps(rules, { own, on: day("2030-01-01") }));
    expect(said(later)).toEqual([["plimsoll/sample-hardened:1", "example-org:image-age", "pass", "fail", "day"]]);
    expect(later.lifecycle.map(({ component, before, after }) => [component, before, after])).toContainEqual([
      "Debian 13",
      "supported",
      "extended-only",
    ]);
    expect(said(rejudge(first, deps(rules, { own, on: day("2026-11-25") })))).toEqual([]);
  });

  it("says that the policy made the difference", () => {
    const own = packChecks(packs);
    const rules = packs.map(({ set }) => set);
    const first = rejudge(stored, deps(rules, { own })).run;
    const policy = Policy.parse({ schema: "plimsoll/policy@1", parameters: { allowedPackages: ["openssh-server"] } });
    const again = rejudge(first, deps(rules, { own, policy, policyDigest: "sha256:1234" }));
    expect(said(again)).toEqual([["plimsoll/sample-legacy:1", "example-org:remote-access", "fail", "pass", "policy"]]);
    expect(again.run.policy?.digest).toBe("sha256:1234");
  });

  it("says that the rule set made the difference where a control came or went", () => {
    const [set] = old;
    if (set === undefined) throw new Error("no archived set");
    const fewer = { ...set, version: "1.0.1", digest: "sha256:other", controls: set.controls.slice(1) };
    const again = rejudge(stored, deps([fewer]));
    expect(said(again)).toEqual(
      ["plimsoll/sample-hardened:1", "plimsoll/sample-legacy:1"].map((name) => [
        name,
        "cis-docker:4.1",
        name.includes("legacy") ? "fail" : "pass",
        null,
        "rules",
      ]),
    );
    const packed = rejudge(stored, deps([...old, ...packs.map((pack) => pack.set)], { own: packChecks(packs) }));
    expect(said(packed).every(([, , before, , causes]) => before === null && causes === "rules")).toBe(true);
    expect(packed.changes).toHaveLength(16);
  });

  it("names every difference it cannot tell apart as possible", () => {
    const twisted: AuditRun = { ...structuredClone(stored), tool: { name: "plimsoll", version: stored.tool.version } };
    for (const finding of twisted.images[0]?.findings ?? [])
      if (finding.control === "cis-docker:4.1") finding.status = "fail";
    expect(said(rejudge(twisted, deps(old)))).toEqual([
      ["plimsoll/sample-hardened:1", "cis-docker:4.1", "fail", "pass", "tool?"],
    ]);
    twisted.data.lifecycle.date = day("2025-01-01");
    twisted.tool.version = "0.0.9";
    expect(said(rejudge(twisted, deps(old)))).toEqual([
      ["plimsoll/sample-hardened:1", "cis-docker:4.1", "fail", "pass", "data? tool?"],
    ]);
  });

  it("shows a waiver that came, beside the verdict that stays", () => {
    const waivers: WaiverSet = {
      approver: "required",
      maximumDays: 180,
      digest: "sha256:w",
      waivers: [
        {
          id: "user-root",
          control: "cis-docker:4.1",
          scope: { references: ["plimsoll/sample-legacy:1"] },
          reason: "it is only a sample",
          requester: "ann@example.org",
          created: stored.on,
          until: addDays(stored.on, 30),
          approver: "bob@example.org",
          approved: stored.on,
          rules: { benchmark: "cis-docker", version: "1.0.0" },
        },
      ],
    };
    const again = rejudge(stored, deps(old, { waivers }));
    expect(said(again)).toEqual([["plimsoll/sample-legacy:1", "cis-docker:4.1", "fail", "fail", "waiver"]]);
    expect(again.run.waivers?.uses.map(({ id, findings }) => [id, findings])).toEqual([["user-root", 1]]);
  });

  it("is not assessed where its facts are of a version that does not hold what a rule reads", () => {
    const files = packWith("needs: [system]\nexpression: has(facts.system)");
    const folders = packFolders();
    return loadPacks([folders.of(files)])
      .then((loaded) => {
        const again = rejudge(
          stored,
          deps(
            loaded.map(({ set }) => set),
            { own: packChecks(loaded) },
          ),
        );
        const own = again.run.images[0]?.findings.find(({ control }) => control === "own:one");
        expect(own?.reason).toBe("facts version 2 do not hold system, audit again");
        expect(said(again).find(([, control]) => control === "own:one")?.[4]).toBe("facts-version");
      })
      .finally(folders.remove);
  });

  it("judges what lay around the images from what was kept of it", () => {
    const own = packChecks(packs);
    const rules = packs.map(({ set }) => set);
    const engine = engineFacts();
    const subject = (kind: "engine" | "container", name: string) => ({ kind, id: name, name });
    const before: AuditRun = {
      ...stored,
      images: [],
      subjects: [
        { subject: subject("engine", engine.name), facts: engine, findings: [] },
        { subject: subject("container", containerFacts().id), facts: containerFacts(), findings: [] },
      ],
    };
    const first = rejudge(before, deps(rules, { own }));
    expect(first.run.subjects.map(({ findings }) => findings.map(({ status }) => status))).toEqual([
      ["fail"],
      ["fail"],
    ]);
    expect(said(rejudge(first.run, deps(rules, { own })))).toEqual([]);

    const away: AuditRun = {
      ...before,
      subjects: [
        {
          subject: subject("engine", "engine"),
          facts: null,
          findings: [{ ...finding("example-org:central-log", "not-assessed"), reason: "no engine answers" }],
        },
      ],
    };
    const again = rejudge(away, deps(rules, { own }));
    expect(again.run.subjects[0]?.findings[0]).toMatchObject({ status: "not-assessed", reason: "no engine answers" });
    expect(said(again)).toEqual([]);
  });
});

describe("a version of the rules", () => {
  it.each([["1.0.0"], ["cis-docker@1.0.0"], [archived[0]?.digest ?? ""]])("is found by %s", (word) => {
    expect(pickVersions(cis, archived, [word]).map(({ version }) => version)).toEqual(["1.0.0"]);
  });

  it("is the newest where none is named, and refused with what there is where it is not at hand", () => {
    expect(pickVersions(cis, archived, undefined)).toEqual(cis);
    expect(() => pickVersions(cis, archived, ["9.9.9"])).toThrow(
      /no rule set 9\.9\.9 .*cis-docker@1\.0\.0, cis-docker@2/,
    );
    expect(() => pickVersions(cis, archived, ["1.0.0", "cis-docker@2.0.0"])).toThrow(/both/);
  });
});
