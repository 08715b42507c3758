// What the detached signature says: an in-toto Statement v1 that names every file of an evidence folder by its SHA-256.
// See in-toto/attestation, spec/v1/statement.md. The PDF cannot hold its own hash, so the statement binds the PDF.
import type { AuditRun } from "../../../shared/model/audit.ts";
import type { SignerIdentity } from "./signer.ts";

export interface EvidenceFile {
  /** Path inside the folder, with slashes: `report.pdf`, `images/web-0123456789ab/stig.ckl`. */
  readonly name: string;
  /** Lower-case hex of the file as it is written, for the PDF after signing. */
  readonly sha256: string;
}

/** What was run, so that the statement means something without the report. */
export type StatedRun = Pick<AuditRun, "tool" | "on" | "timeZone" | "startedAt" | "finishedAt" | "rules" | "data"> & {
  readonly population: { readonly found: number; readonly audited: number };
};

/** A name of our own that claims no web domain; the number changes with the shape of the predicate. */
export const evidencePredicateType = "urn:x-plimsoll:evidence:1";
export const statementType = "https://in-toto.io/Statement/v1";

/**
 * The statement as plain data, files in the order of their names. Throws Error for a file name that could not be read
 * back safely (absolute, `..`, quotes, control characters) and for one that is named twice.
 */
export function evidenceStatement(content: {
  readonly files: readonly EvidenceFile[];
  readonly run: StatedRun;
  readonly signer: SignerIdentity;
}): object {
  const { run, signer } = content;
  const names = new Set<string>();
  for (const { name, sha256 } of content.files) {
    const isPlain = /^[^\u0000-\u001f\u007f"\\{}]+$/.test(name);
    const isInside = name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
    if (!isPlain || !isInside || names.has(name)) throw new Error(`not a file name for the statement: ${name}`);
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`not a SHA-256 for the statement: ${sha256}`);
    names.add(name);
  }
  const files = [...content.files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return {
    _type: statementType,
    subject: files.map(({ name, sha256 }) => ({ name, digest: { sha256 } })),
    predicateType: evidencePredicateType,
    predicate: {
      tool: run.tool,
      on: run.on,
      timeZone: run.timeZone,
      startedAt: run.startedAt,
      finishedAt: run.finishedAt,
      rules: run.rules,
      data: run.data,
      population: { found: run.population.found, audited: run.population.audited },
      signer: {
        name: signer.name,
        fingerprint: signer.fingerprint,
        caFingerprint: signer.caFingerprint,
        protection: signer.protection,
        origin: signer.origin,
      },
    },
  };
}
