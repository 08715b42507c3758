// The page for management counts and orders; it forms no score.
import { describe, expect, it } from "vitest";
import {
  byUrgency,
  endedComponents,
  nextEnds,
  unknownComponents,
  worstFirst,
} from "../../../../main/evidence/report/standing.ts";
import { auditOf, auditRun, day, debian, finding, node } from "../../../support/audit-run.ts";

describe("which images are worst", () => {
  it("one failure of high severity outweighs any number of low ones", () => {
    const low = auditOf({
      n: 1,
      references: ["low"],
      findings: ["4.3", "4.6", "4.7"].map((id) => finding(id, { status: "fail" })),
    });
    const high = auditOf({ n: 2, references: ["high"], findings: [finding("4.1", { status: "fail" })] });
    const none = auditOf({ n: 3, references: ["none"], findings: [finding("4.1", { status: "manual" })] });
    expect(worstFirst([none, low, high]).map((audit) => audit.image.references[0])).toEqual(["high", "low", "none"]);
  });

  it("findings stand by status, failures of high severity first", () => {
    const findings = [
      finding("4.9", { status: "pass" }),
      finding("4.6", { status: "fail" }),
      finding("4.2", { status: "manual" }),
      finding("4.10", { status: "fail" }),
      finding("4.11", { status: "error" }),
    ];
    expect(byUrgency(findings).map((each) => each.control.slice("cis-docker:".length))).toEqual([
      "4.10",
      "4.6",
      "4.11",
      "4.2",
      "4.9",
    ]);
  });
});

describe("what ends next", () => {
  it("is one line for the same end in several images, earliest first", () => {
    const images = [
      auditOf({ n: 1, references: ["a"], lifecycle: [debian("12"), node("22", "2027-04-30")] }),
      auditOf({ n: 2, references: ["b"], lifecycle: [debian("12")] }),
    ];
    expect(
      nextEnds(images).map(({ entry, date, images: count, isCovered }) => [
        entry.component.label,
        date,
        count,
        isCovered,
      ]),
    ).toEqual([
      ["Node.js 22", "2027-04-30", 1, false],
      ["Debian 12", "2028-06-30", 2, false],
    ]);
  });

  it("is called covered only where an entitled window goes on", () => {
    const bought = debian("12");
    const entitled = { ...bought, coverage: bought.coverage.map((window) => ({ ...window, entitled: true })) };
    expect(nextEnds([auditOf({ n: 1, references: ["a"], lifecycle: [entitled] })])[0]?.isCovered).toBe(true);
    const estimated = { ...entitled, coverage: entitled.coverage.map((window) => ({ ...window, estimate: true })) };
    expect(nextEnds([auditOf({ n: 1, references: ["a"], lifecycle: [estimated] })])[0]?.isCovered).toBe(false);
  });

  it("leaves out packages that follow their operating system", () => {
    const python = {
      ...node("3", "2026-12-01"),
      component: { ...node("3", "2026-12-01").component, distroPackaged: true },
    };
    const images = [auditOf({ n: 1, references: ["a"], lifecycle: [python] })];
    expect(nextEnds(images)).toEqual([]);
    const ended = { ...python, status: "eol" as const, next: { what: "eol", date: day("2020-01-01"), days: -9 } };
    expect(endedComponents([auditOf({ n: 1, references: ["a"], lifecycle: [ended] })])).toEqual([]);
  });

  it("names what is past its end and what is unknown, each once", () => {
    const { images } = auditRun();
    expect(endedComponents([...images, ...images])).toEqual(["Node.js 14"]);
    expect(unknownComponents([...images, ...images])).toEqual(["tinyvm"]);
  });
});
