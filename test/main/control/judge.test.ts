import { describe, expect, it } from "vitest";
import { defineCheck } from "../../../main/control/define-check.ts";
import { judgeBy, judgeControls } from "../../../main/control/judge.ts";
import { loadRules } from "../../../main/data/rules.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import type { Control, RuleSet } from "../../../shared/model/control.ts";
import { DiffId } from "../../../shared/model/digest.ts";
import type { FactName, Facts, Limit } from "../../../shared/model/facts.ts";
import { Finding, type Verdict } from "../../../shared/model/finding.ts";
import { say } from "../../../shared/wording/say.ts";
import { historyOf } from "../../support/control-case.ts";
import { factsWith, imageWith } from "../../support/facts.ts";

const today = CalendarDay.parse("2026-11-23");
const detail = { key: "control.secrets-none" };
const text = { en: "e", de: "d" };

function control(id: string, parts: Partial<Control> = {}): Control {
  return {
    id,
    benchmark: "cis-docker",
    section: "s",
    title: text,
    severity: "low",
    severityGround: text,
    assessment: "manual",
    scope: "image",
    rule: text,
    remediation: text,
    mappings: [],
    ...parts,
  };
}
const rulesOf = (...controls: Control[]): RuleSet[] => [
  {
    id: "cis-docker",
    title: "t",
    edition: "1",
    version: "1",
    source: "s",
    notice: text,
    controls,
    digest: "sha256:0",
  },
];
const gap = (fact: FactName, reason = "cut short"): Limit => ({ fact, where: "/x", reason, weight: "gap" });
const note = (fact: FactName): Limit => ({ fact, where: "/y", reason: "left out", weight: "note" });

/** The one finding of a check that gives `verdict`. */
function findingOf(
  verdict: Verdict | (() => Verdict),
  facts: Partial<Facts> = {},
  needs: FactName[] = ["files", "secrets"],
) {
  const [first, ...others] = needs;
  const check = defineCheck({
    decides: ["t:1"],
    needs: [first ?? "files", ...others],
    judge: () => (typeof verdict === "function" ? verdict() : verdict),
  });
  return judgeBy([check], { image: imageWith([]), facts: factsWith(facts) }, rulesOf(control("t:1")), today)[0];
}
const pass: Verdict = { status: "pass", evidence: [{ where: "a", detail }] };
const fail: Verdict = { status: "fail", evidence: [{ where: "a", detail }] };

describe("the runner", () => {
  it("gives one finding a control, in the order of the catalogue, and passes over what concerns no image", () => {
    const rules = rulesOf(control("t:2"), control("t:host", { scope: "host" }), control("t:1"));
    const check = defineCheck({ decides: ["t:1", "t:2"], needs: ["config"], judge: () => pass });
    const found = judgeBy([check], { image: imageWith([]), facts: factsWith() }, rules, today);
    expect(found.map((each) => each.control)).toEqual(["t:2", "t:1"]);
  });

  it("turns a gap in a needed fact into not-assessed, with its reason and place, whatever the check says", () => {
    for (const verdict of [pass, fail]) {
      expect(findingOf(verdict, { limits: [gap("secrets")] })).toMatchObject({
        status: "not-assessed",
        reason: "cut short",
        evidence: [{ where: "/x", detail: "cut short" }],
      });
    }
  });

  it("lets stand what does not rest on the gap: a failure that was seen, a verdict from fewer facts", () => {
    const limits = [gap("secrets")];
    expect(findingOf({ ...fail, restsOn: [] }, { limits })?.status).toBe("fail");
    expect(findingOf({ ...pass, restsOn: ["files"] }, { limits })?.status).toBe("pass");
    expect(findingOf({ ...pass, restsOn: ["secrets"] }, { limits })?.status).toBe("not-assessed");
    expect(findingOf(pass, { limits: [gap("os")] })?.status).toBe("pass");
  });

  it("keeps a pass beside a note, and says the note", () => {
    expect(findingOf(pass, { limits: [note("files"), note("os")] })).toMatchObject({
      status: "pass",
      evidence: [{ where: "a" }, { where: "/y", detail: "left out" }],
    });
  });

  it("turns a throwing check into an error with its reason, and goes on", () => {
    const broken = () => {
      throw new Error("boom");
    };
    expect(findingOf(broken)).toMatchObject({ status: "error", reason: "the check itself failed: boom" });
    const checks = [
      defineCheck({ decides: ["t:1"], needs: ["config"], judge: broken }),
      defineCheck({ decides: ["t:2"], needs: ["config"], judge: () => pass }),
    ];
    const found = judgeBy(
      checks,
      { image: imageWith([]), facts: factsWith() },
      rulesOf(control("t:1"), control("t:2")),
      today,
    );
    expect(found.map(({ status }) => status)).toEqual(["error", "pass"]);
  });

  it("says that facts of an older version lack a fact", () => {
    const { packageTrust: _, ...older } = factsWith({ version: 0 });
    const check = defineCheck({ decides: ["t:1"], needs: ["packageTrust"], judge: () => pass });
    const [found] = judgeBy([check], { image: imageWith([]), facts: older as Facts }, rulesOf(control("t:1")), today);
    expect(found).toMatchObject({
      status: "not-assessed",
      reason: "facts version 0 do not hold packageTrust, audit again",
    });
  });

  it("takes what the catalogue says where no check decides, and an error where it says nothing", () => {
    const reason = { en: "ask the owner", de: "den Eigentümer fragen" };
    const rules = rulesOf(control("t:1", { unchecked: { status: "manual", reason } }), control("t:2"));
    const found = judgeBy([], { image: imageWith([]), facts: factsWith() }, rules, today);
    expect(found.map(({ status, reason: said }) => [status, said?.slice(0, 13)])).toEqual([
      ["manual", "ask the owner"],
      ["error", "no check deci"],
    ]);
  });

  it("hands a check only the facts that it names", () => {
    let seen: string[] = [];
    const check = defineCheck({
      decides: ["t:1"],
      needs: ["accounts"],
      judge(subject) {
        seen = Object.keys(subject).sort();
        return pass;
      },
    });
    judgeBy([check], { image: imageWith([]), facts: factsWith() }, rulesOf(control("t:1")), today);
    expect(seen).toEqual(["accounts", "groups", "image", "on", "policy"]);
  });

  it("orders evidence by place and layer, numbers as numbers, each line once, with the step of the layer", () => {
    const at = (where: string, layer?: number) => ({ where, detail, layer });
    const verdict: Verdict = {
      status: "fail",
      evidence: [at("history[10]", 1), at("history[9]"), at("/b", 1), at("/b", 0), at("/b", 0), at("/a01"), at("/a1")],
    };
    const found = findingOf(verdict, { history: historyOf(["COPY x /", "RUN y"]) });
    expect(found?.evidence.map(({ where, layer, step }) => [where, layer, step])).toEqual([
      ["/a01", undefined, undefined],
      ["/a1", undefined, undefined],
      ["/b", 0, "COPY x /"],
      ["/b", 1, "RUN y"],
      ["history[9]", undefined, undefined],
      ["history[10]", 1, "RUN y"],
    ]);
  });

  it("bounds the evidence and says how much is left out", () => {
    const [first, ...others] = Array.from({ length: 700 }, (_, n) => ({ where: `/${n}`, detail }));
    const found = findingOf({ status: "fail", evidence: [first ?? { where: "", detail }, ...others] });
    expect(found?.evidence).toHaveLength(501);
    expect(found?.evidence.at(-1)?.detail).toBe("200 more places are not listed");
  });
});

describe("judging by the catalogue", () => {
  it("gives the same bytes for the same facts, whatever the order in which facts stand", async () => {
    const rules = await loadRules("assets/rules");
    const file = (path: string, layer: number) => ({ path, mode: "4755", uid: 0, gid: 0, layer });
    const setuid = [file("/b", 1), file("/a", 0), file("/a", 1)];
    const files = { setuid, setgid: [], worldWritable: [], unowned: [], removed: [], count: 3, bytes: 0 };
    const subject = { image: imageWith([]), facts: factsWith({ files, history: historyOf(["RUN apt-get update"]) }) };
    const turned = {
      image: imageWith([]),
      facts: factsWith({ files: { ...files, setuid: [...setuid].reverse() }, history: subject.facts.history }),
    };
    const once = JSON.stringify(judgeControls(subject, rules, today));
    expect(JSON.stringify(judgeControls(subject, rules, today))).toBe(once);
    expect(JSON.stringify(judgeControls(turned, rules, today))).toBe(once);
  });

  it("gives findings of the published shape whose English is that of their phrase", async () => {
    const rules = await loadRules("assets/rules");
    const found = judgeControls({ image: imageWith([]), facts: factsWith() }, rules, today);
    const ofImages = rules.flatMap(({ controls }) => controls).filter(({ scope }) => scope === "image");
    expect(found.map(({ control }) => control)).toEqual(ofImages.map(({ id }) => id));
    expect(found.length).toBeGreaterThan(250);
    for (const finding of found) {
      expect(Finding.safeParse(finding).error).toBeUndefined();
      if (finding.phrase !== undefined) expect(say(finding.phrase, "en")).toBe(finding.reason);
      for (const line of finding.evidence) if (line.phrase) expect(say(line.phrase, "en")).toBe(line.detail);
    }
  });

  it("passes nothing that rests on layers while no layer was read", async () => {
    const facts = factsWith({
      limits: (["os", "packages", "files", "accounts", "secrets", "runtimes", "packageTrust", "system"] as const).map(
        (fact) => gap(fact),
      ),
      history: historyOf(["COPY a /", "RUN b"]),
    });
    const layers = ["a", "b"].map((digit) => ({ diffId: DiffId.parse(`sha256:${digit.repeat(64)}`), size: null }));
    const found = judgeControls({ image: imageWith(layers), facts }, await loadRules("assets/rules"), today);
    const ofSection = found.filter(({ control }) => control.startsWith("cis-docker:"));
    const statuses = Object.fromEntries(ofSection.map((each) => [each.control.split(":")[1], each.status]));
    expect(statuses).toEqual({
      "4.1": "fail",
      "4.2": "not-assessed",
      "4.3": "not-assessed",
      "4.4": "not-assessed",
      "4.5": "not-assessed",
      "4.6": "fail",
      "4.7": "pass",
      "4.8": "not-assessed",
      "4.9": "pass",
      "4.10": "not-assessed",
      "4.11": "not-assessed",
      "4.12": "not-assessed",
    });
    // What the config and the number of layers decide, and nothing else.
    expect(found.filter(({ control, status }) => status === "pass" && !control.startsWith("cis-docker:"))).toEqual(
      ["ports-privileged", "os-ports", "secrets-env", "standard-format"].map((id) =>
        expect.objectContaining({ control: `image-srg:${id}` }),
      ),
    );
  });
});
