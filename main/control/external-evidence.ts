// Evidence that does not lie in the image, as the checks read it out of `facts.external`: which kinds there are and what
// their data must say. Something of another form is no evidence.
import { z } from "zod";
import { CalendarDay } from "../../shared/calendar-day.ts";
import type { External } from "../../shared/model/facts.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";

/** A scan for known vulnerabilities: `kind: "vulnerability-scan"`, `date` the day of the scan. */
const ScanData = z.object({
  /** Digest of the image that was scanned. */
  subject: z.string(),
  scanner: z.string(),
  /** Day of the vulnerability database. */
  database: CalendarDay,
  /** What is still open, after VEX statements were applied. */
  open: z.array(
    z.object({
      id: z.string(),
      severity: z.enum(["critical", "high", "medium", "low", "unknown"]),
      package: z.string(),
      /** The version with the fix; null where there is none. */
      fixed: z.string().nullable(),
    }),
  ),
});
export type Scan = z.infer<typeof ScanData> & { readonly date: CalendarDay; readonly source: string };

/** A signature or an attestation over an image: `kind: "signature"` or `"attestation"`, and how verifying it ended. */
const SignatureData = z.object({
  /** Digest of the image that was signed. */
  subject: z.string(),
  /** `valid`: by a key of the organisation's policy; `invalid`: it is there and does not verify. */
  result: z.enum(["valid", "invalid", "unknown"]),
  key: z.string().optional(),
});
export type Signature = z.infer<typeof SignatureData> & { readonly kind: string; readonly source: string };

/** Provenance: `kind: "provenance"`, with the bases that the builder names. */
const ProvenanceData = z.object({ subject: z.string(), bases: z.array(z.string()) });

/** The newest scan that is bound to this image; null where there is none. */
export function newestScan(image: ImageIdentity, external: readonly External[]): Scan | null {
  const scans = external.flatMap((entry): Scan[] => {
    const data = entry.kind === "vulnerability-scan" ? ScanData.safeParse(entry.data) : null;
    if (data?.success !== true || entry.date === null || !isOf(image, data.data.subject)) return [];
    return [{ ...data.data, date: entry.date, source: entry.source }];
  });
  return scans.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))[0] ?? null;
}

/** The signatures of these kinds over this image that somebody tried to verify, valid or not. */
export function verifiedSignatures(
  image: ImageIdentity,
  external: readonly External[],
  kinds: readonly ("signature" | "attestation")[],
): Signature[] {
  return external.flatMap((entry): Signature[] => {
    const data = kinds.some((kind) => kind === entry.kind) ? SignatureData.safeParse(entry.data) : null;
    if (data?.success !== true || data.data.result === "unknown" || !isOf(image, data.data.subject)) return [];
    // `verified` is set by whoever did the cryptography; a result of `valid` without it is only a claim.
    if (data.data.result === "valid" && !entry.verified) return [];
    return [{ ...data.data, kind: entry.kind, source: entry.source }];
  });
}

/** The bases that verified provenance of this image names. */
export function provenBases(image: ImageIdentity, external: readonly External[]): string[] {
  return external.flatMap((entry) => {
    const data = entry.kind === "provenance" && entry.verified ? ProvenanceData.safeParse(entry.data) : null;
    return data?.success === true && isOf(image, data.data.subject) ? data.data.bases : [];
  });
}

/** Whether a digest names this image, by whichever kind of digest it is known. */
function isOf(image: ImageIdentity, subject: string): boolean {
  const repoDigests = image.repoDigests.map((reference) => reference.slice(reference.indexOf("@") + 1));
  return [image.id, image.listedAs?.id, ...repoDigests].includes(subject);
}
