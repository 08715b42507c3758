// Lists of software as files: an audited image's own in the formats that others read, and another's list beside it.
import type { Audit, AuditRun } from "../shared/model/audit.ts";
import type { Phrase } from "../shared/model/phrase.ts";
import type { ReadSbom, SbomDifferences } from "../shared/model/sbom.ts";
import { phrase } from "../shared/wording/say.ts";
import { compareSboms, ownSbom, sayDifferences } from "./evidence/exchange/compare-sboms.ts";
import { cycloneDxOf } from "./evidence/exchange/cyclonedx.ts";
import { inventoryOf } from "./evidence/exchange/inventory.ts";
import { readSbom, type SbomAnswer } from "./evidence/exchange/read-sbom.ts";
import { spdxOf } from "./evidence/exchange/spdx.ts";
import { overBounds } from "./source/json-bounds.ts";

export type SbomFormat = "cyclonedx" | "spdx";

/** Larger ones list files as well, and are no list that a person ever compared. */
const maxBytes = 64 * 1024 * 1024;
const bounds = { values: 5_000_000, depth: 200 };

/** The packages of one audited image as text of this format. */
export function sbomOf(format: SbomFormat, audit: Audit, run: Pick<AuditRun, "tool" | "startedAt">): string {
  const inventory = inventoryOf(audit, run);
  return format === "cyclonedx" ? cycloneDxOf(inventory) : spdxOf(inventory);
}

/** Reads a list that others wrote (CycloneDX 1.4 to 1.6, SPDX 2.2 and 2.3, in an in-toto statement or not); never throws. */
export function readSbomBytes(bytes: Uint8Array): SbomAnswer {
  const refused = (reason: Phrase): SbomAnswer => ({ ok: false, reason });
  if (bytes.length > maxBytes) return refused(phrase("sbom.too-large", { bytes: bytes.length, limit: maxBytes }));
  const cause = overBounds(bytes, bounds);
  if (cause !== null) return refused(phrase("sbom.over-bounds", { cause }));
  try {
    return readSbom(
      JSON.parse(
        Buffer.from(bytes)
          .toString("utf8")
          .replace(/^\uFEFF/, ""),
      ),
    );
  } catch (error) {
    if (error instanceof SyntaxError) return refused(phrase("sbom.no-json"));
    throw error;
  }
}

export interface SbomComparison {
  readonly sbom: Omit<ReadSbom, "components">;
  readonly differences: SbomDifferences;
  /** What it comes to, in whole sentences. */
  readonly sentences: readonly Phrase[];
}

/** Another's list beside what was read from the image. Whether that list is of this image, and by whom, is another question. */
export function compareWithSbom(audit: Audit, theirs: ReadSbom): SbomComparison {
  const differences = compareSboms(ownSbom(audit), theirs);
  const { components: _, ...sbom } = theirs;
  return { sbom, differences, sentences: sayDifferences(differences, theirs) };
}
