// What `plimsoll audit` prints: the run as a table or as JSON, or the list of software of one image in a format for others.
import { readableJson } from "../../shared/canonical-json.ts";
import type { AuditRun } from "../../shared/model/audit.ts";
import type { RuleSet } from "../../shared/model/control.ts";
import { FailureError } from "../../shared/model/failure.ts";
import type { Language } from "../../shared/model/phrase.ts";
import { sbomOf } from "../sbom.ts";
import type { AuditFormat } from "./audit-format.ts";
import { auditTable } from "./audit-table.ts";

/** Throws FailureError `usage` where the words already show that the format cannot be had, before anything is read. */
export function refuseFormat(format: AuditFormat, images: readonly string[], from: string | undefined): void {
  if (format === "table" || format === "json") return;
  if (from !== undefined) throw usage(`--format ${format} is of an image that is audited now, not of --from`);
  if (images.length > 1) throw usage(`--format ${format} is of one image; ${images.length} were named`);
}

/**
 * The text for stdout. Of an SBOM nothing where the one image could not be read, which the run's errors say. Throws
 * FailureError `usage` where an SBOM was asked for and the run has several images, or none at all.
 */
export function printedRun(run: AuditRun, format: AuditFormat, rules: readonly RuleSet[], language: Language): string {
  if (format === "json") return readableJson(run);
  if (format === "table") return auditTable(run, rules, language);
  const [audit, ...more] = run.images;
  if (audit !== undefined && more.length === 0 && run.errors.length === 0) return sbomOf(format, audit, run);
  if (run.errors.length > 0 && run.images.length === 0) return "";
  const count = run.images.length + run.errors.length;
  throw usage(`--format ${format} is of one image, and there are ${count}; name one (see plimsoll images)`);
}

function usage(cause: string): FailureError {
  return new FailureError({ kind: "usage", cause });
}
