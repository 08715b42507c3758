// The vulnerability scan that belongs to an image: bound to its digest, the newest of several.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { External } from "../../shared/model/facts.ts";
import type { ProofPoint } from "../../shared/model/finding.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { words } from "./control-phrase.ts";
import { type Scan, scansOf, unusableScansOf } from "./outside-evidence.ts";

/**
 * What is known from scans of this very image: the newest of each scanner, joined, with the days of the newest. What one scanner
 * finds is not undone by another's silence. null where none is bound to its digest. Throws where a scan has another shape.
 */
export function scanOfImage(external: readonly External[], image: ImageIdentity): Scan | null {
  const own = scansOf(external).filter((one) => isOf(one, image));
  const isNewest = (scan: Scan) =>
    !own.some(({ scanner, scannedOn }) => scanner === scan.scanner && scannedOn > scan.scannedOn);
  const all = own.filter(isNewest);
  const [first, ...rest] = all;
  if (first === undefined) return null;
  const last = rest.reduce((one, scan) => (scan.scannedOn > one.scannedOn ? scan : one), first);
  return rest.length === 0
    ? first
    : {
        ...last,
        open: distinct(all.flatMap(({ open }) => open)),
        setAside: distinct(all.flatMap(({ setAside = [] }) => setAside)),
      };
}

function distinct<T extends { readonly id: string }>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

function isOf(scan: Scan, image: ImageIdentity): boolean {
  return scan.image === image.id || image.repoDigests.some((reference) => reference.endsWith(`@${scan.image}`));
}

/** The day from which a scan's knowledge counts: its database may be older than itself. */
export function knowledgeDay({ scannedOn, databaseOn }: Scan): CalendarDay {
  return scannedOn < databaseOn ? scannedOn : databaseOn;
}

/** Why there is no scan of this image to judge by; null where there is one, however old. */
export function scanMissing(external: readonly External[], image: ImageIdentity): Phrase | null {
  const [first] = scansOf(external);
  if (first === undefined) return unusableScansOf(external)[0] ?? words("control.scan-missing");
  return scanOfImage(external, image) === null ? words("control.scan-unbound", { digest: first.image }) : null;
}

/** As `scanMissing`, also where the scan or its database is more than `days` days old on `on`. */
export function scanLack(
  external: readonly External[],
  image: ImageIdentity,
  on: CalendarDay,
  days: number,
): Phrase | null {
  const missing = scanMissing(external, image);
  const scan = scanOfImage(external, image);
  if (missing !== null || scan === null) return missing;
  const date = knowledgeDay(scan);
  return daysBetween(date, on) > days ? words("control.scan-stale", { date, days }) : null;
}

/** What VEX statements set aside, author by author, as evidence beside a verdict: it is not open, and it is not hidden. */
export function asidePoints({ setAside = [] }: Scan): ProofPoint[] {
  return [...new Set(setAside.map(({ author }) => author))].map((author) => {
    const theirs = setAside.filter((one) => one.author === author);
    const count = new Set(theirs.map(({ id }) => id)).size;
    const date =
      theirs
        .map((one) => one.date)
        .sort()
        .at(-1) ?? "";
    return { where: "VEX", detail: words("control.scan-set-aside", { count, author, date }) };
  });
}
