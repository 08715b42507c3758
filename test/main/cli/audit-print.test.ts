// What `plimsoll audit --format` prints, and when an SBOM cannot be had.
import { describe, expect, it } from "vitest";
import { printedRun, refuseFormat } from "../../../main/cli/audit-print.ts";
import { FailureError } from "../../../shared/model/failure.ts";
import { sayFailure } from "../../../shared/wording/failure.ts";
import { auditRun, ruleSet } from "../../support/audit-run.ts";

const run = auditRun();
const oneImage = { ...run, images: run.images.slice(0, 1), errors: [] };
const failed = { reference: "web:1", message: "web:1 is unreadable" };

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof FailureError) return sayFailure(error.failure);
    throw error;
  }
  return "nothing";
}

describe("audit --format", () => {
  it("prints the packages of one image as CycloneDX or SPDX", () => {
    expect(JSON.parse(printedRun(oneImage, "cyclonedx", [ruleSet()], "en"))).toMatchObject({ specVersion: "1.6" });
    expect(JSON.parse(printedRun(oneImage, "spdx", [ruleSet()], "de"))).toMatchObject({ spdxVersion: "SPDX-2.3" });
    expect(JSON.parse(printedRun(run, "json", [ruleSet()], "en"))).toMatchObject({ schema: "plimsoll/audit-run@1" });
  });

  it("refuses an SBOM of several images, of none, and of one beside which another failed", () => {
    const print = (changed: object) =>
      refusal(() => printedRun({ ...oneImage, ...changed }, "spdx", [ruleSet()], "en"));
    expect(print({ images: run.images })).toMatch(/--format spdx is of one image, and there are \d+; name one/);
    expect(print({ images: [] })).toMatch(/there are 0/);
    expect(print({ errors: [failed] })).toMatch(/there are 2/);
    expect(printedRun({ ...oneImage, images: [], errors: [failed] }, "spdx", [ruleSet()], "en")).toBe("");
  });

  it("refuses what the words already rule out, before anything is read", () => {
    expect(refusal(() => refuseFormat("cyclonedx", ["a", "b"], undefined))).toMatch(/is of one image; 2 were named/);
    expect(refusal(() => refuseFormat("cyclonedx", [], "audit.json"))).toMatch(/not of --from/);
    expect(refusal(() => refuseFormat("json", ["a", "b"], "audit.json"))).toBe("nothing");
    expect(refusal(() => refuseFormat("spdx", ["a"], undefined))).toBe("nothing");
  });
});
