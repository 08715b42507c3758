// The table of `plimsoll audit`: whose layer a finding's evidence lies in.
import { describe, expect, it } from "vitest";
import { auditTable } from "../../../main/cli/audit-table.ts";
import type { ProvenBase } from "../../../shared/model/image.ts";
import { auditWith, finding, idOf, runWith } from "../../support/kept-run.ts";

const base: ProvenBase = { layers: 1, proof: "shared-layers", references: ["debian:12"], id: idOf("b") };

function tableWith(layer: number | undefined, proven: ProvenBase | undefined, language: "en" | "de"): string {
  const evidence = [{ where: "/usr/bin/su", detail: "mode 4755", ...(layer === undefined ? {} : { layer }) }];
  const audit = auditWith(idOf("1"), ["shop:1"], [{ ...finding("cis-docker:4.8", "fail"), evidence }]);
  const image = proven === undefined ? audit.image : { ...audit.image, base: proven };
  return auditTable(runWith([{ ...audit, image }]), [], language);
}

describe("the first evidence of a failed control", () => {
  it.each([
    ["in the base", 0, base, "en", "/usr/bin/su: mode 4755, layer 0 (base debian:12)"],
    ["in an own layer", 1, base, "de", "/usr/bin/su: mode 4755, Schicht 1 (eigene)"],
    ["where no base is proven", 1, undefined, "en", "/usr/bin/su: mode 4755, layer 1"],
    ["in no layer", undefined, base, "en", "/usr/bin/su: mode 4755"],
  ] as const)("%s", (_, layer, proven, language, text) => {
    const copy = proven === undefined ? undefined : { ...proven, references: [...proven.references] };
    const lines = tableWith(layer, copy, language)
      .split("\n")
      .map((line) => line.trimEnd());
    expect(lines.find((line) => line.includes("cis-docker:4.8"))?.endsWith(text)).toBe(true);
  });
});
