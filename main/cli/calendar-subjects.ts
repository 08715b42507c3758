// Which images a calendar speaks of: one's own, as kept audits know them; or those of a source, where one is named or an image
// was never audited.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { EntitlementSet } from "../../shared/model/entitlement.ts";
import { failureOf } from "../../shared/model/failure.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName, selectImages } from "../../shared/reference.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { calendarImages } from "../calendar.ts";
import type { Catalogues } from "../catalogues.ts";
import type { CalendarImage } from "../lifecycle/calendar/ends.ts";
import { nameOf, type OwnedImage, ownedImages, placeImages } from "../portfolio.ts";
import type { AuditStore } from "../store/audits.ts";
import { namesSource, readUnkept } from "./read-unkept.ts";
import type { SourceOptions } from "./source-options.ts";
import type { World } from "./world.ts";

export interface CalendarQuestion {
  /** Empty = all. */
  readonly names: readonly string[];
  readonly options: SourceOptions;
  readonly world: World;
  readonly store: Pick<AuditStore, "runs" | "lifecycleFacts">;
  readonly catalogues: Catalogues;
  readonly entitlements: EntitlementSet | null;
  readonly on: CalendarDay;
}

export interface CalendarSubjects {
  readonly images: readonly CalendarImage[];
  /** Every image that was asked for was read. */
  readonly whole: boolean;
  readonly errors: readonly string[];
}

/** Kept images where no source is named; of those the ones that are named, the rest of the names read from the source. */
export async function calendarSubjects(question: CalendarQuestion): Promise<CalendarSubjects> {
  const { names, options, store, catalogues, entitlements, on } = question;
  if (namesSource(options)) return readSource(question, names);
  const owned = ownedImages(await store.runs()).map((image) => ({ ...image, ...namedBy(image) }));
  const { chosen, missing } = names.length === 0 ? { chosen: owned, missing: [] } : selectImages(owned, names);
  const errors: string[] = [];
  const placed = await placeImages(
    chosen,
    (image) => store.lifecycleFacts(image),
    catalogues.lifecycle,
    entitlements,
    on,
    (image, error) => errors.push(`${plainText(nameOf(image), 100)}: ${sayFailure(failureOf(error))}`),
  );
  const kept = { images: calendarImages(placed), whole: errors.length === 0, errors };
  const isEnough = names.length === 0 ? owned.length > 0 : missing.length === 0;
  if (isEnough) return kept;
  const read = await readSource(question, missing);
  return {
    images: [...kept.images, ...read.images],
    whole: kept.whole && read.whole,
    errors: [...errors, ...read.errors],
  };
}

function namedBy({ kept, references }: OwnedImage) {
  const [id = kept.audit, listedAs = id] = kept.ids;
  return { key: listedAs, id, references, repoDigests: [] };
}

/** Read as `plimsoll lifecycle` reads; nothing of it is kept. */
async function readSource(
  { options, world, catalogues, entitlements, on }: CalendarQuestion,
  names: readonly string[],
): Promise<CalendarSubjects> {
  const run = await readUnkept({ names, options, catalogues, entitlements, on, rules: [] }, world);
  return {
    images: run.images.map(({ image, lifecycle }) => ({ name: displayName(image), entries: lifecycle })),
    whole: run.errors.length === 0,
    errors: run.errors.map(({ message }) => message),
  };
}
