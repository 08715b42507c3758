// Evidence that does not lie in the image, in the shapes in which rules read it from `external`. Nothing is fetched here:
// a scan or a signature result becomes a fact when it is imported or verified.
import { z } from "zod";
import { CalendarDay } from "../../shared/calendar-day.ts";
import type { External } from "../../shared/model/facts.ts";
import { Phrase } from "../../shared/model/phrase.ts";

/** `kind: "vulnerability-scan"`: of which image, when, and what is open. */
const Scan = z.object({
  /** Digest of the scanned image: its id or one of its repository digests. */
  image: z.string(),
  scannedOn: CalendarDay,
  /** Who scanned, where that is known: the newest scan of each scanner counts. */
  scanner: z.string().optional(),
  databaseOn: CalendarDay,
  open: z.array(
    z.object({
      id: z.string(),
      package: z.string(),
      severity: z.string(),
      fixedIn: z.string().nullable(),
      /** When the fix appeared, where the scanner says it. */
      fixedOn: CalendarDay.optional(),
    }),
  ),
  /** What VEX statements set aside, with whose: not open, and not hidden. */
  setAside: z.array(z.object({ id: z.string(), status: z.string(), author: z.string(), date: CalendarDay })).optional(),
});
export type Scan = z.infer<typeof Scan>;

/** Every scan among the facts; one that is not of this shape throws, which the runner says as an error. */
export function scansOf(external: readonly External[]): Scan[] {
  return external.filter(({ kind }) => kind === "vulnerability-scan").map(({ data }) => Scan.parse(data));
}

/** `kind: "vulnerability-scan-unusable"`: why a scan that was handed over cannot be counted. */
export function unusableScansOf(external: readonly External[]): Phrase[] {
  return external
    .filter(({ kind }) => kind === "vulnerability-scan-unusable")
    .map(({ data }) => z.object({ why: Phrase }).parse(data).why);
}

/** `kind: "signature"`: `verified` says whether it holds under a key of the organisation. */
export function signaturesOf(external: readonly External[]): readonly External[] {
  return external.filter(({ kind }) => kind === "signature");
}
