// The vulnerability scan that belongs to an image: bound to its digest, the newest of several.
import { type CalendarDay, daysBetween } from "../../shared/calendar-day.ts";
import type { External } from "../../shared/model/facts.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { words } from "./control-phrase.ts";
import { type Scan, scansOf } from "./outside-evidence.ts";

/** The newest scan of this very image; null where none is bound to its digest. Throws where a scan has another shape. */
export function scanOfImage(external: readonly External[], image: ImageIdentity): Scan | null {
  return scansOf(external)
    .filter((scan) => isOf(scan, image))
    .reduce<Scan | null>((last, scan) => (last === null || scan.scannedOn > last.scannedOn ? scan : last), null);
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
  if (first === undefined) return words("control.scan-missing");
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
