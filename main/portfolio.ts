// The images that are somebody's own: those of kept audits that are still there. Reminders, calendar, time line and review
// speak of them, and place them anew every day.
import type { CalendarDay } from "../shared/calendar-day.ts";
import { compareText } from "../shared/compare-text.ts";
import type { EntitlementSet } from "../shared/model/entitlement.ts";
import type { KeptImage, RunEntry } from "../shared/model/history.ts";
import type { LifecycleData, LifecycleEntry } from "../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../shared/model/lifecycle-facts.ts";
import { lifecycleOf } from "./lifecycle/lifecycle-of.ts";

export interface OwnedImage {
  readonly kept: KeptImage;
  /** The names that are still its own: a later image may have taken some. */
  readonly references: readonly string[];
  /** The source's name, and the run that saw it last. */
  readonly source: string;
  readonly run: string;
  /** The day it was last audited. */
  readonly on: CalendarDay;
}

export interface PlacedImage extends OwnedImage {
  readonly entries: readonly LifecycleEntry[];
}

/**
 * From kept runs, oldest first, to the images that are there: the newest look at each. An image is gone when a later run
 * over all of its source does not list it, or when other images have taken every name it had. The sample is nobody's.
 */
export function ownedImages(runs: readonly RunEntry[]): OwnedImage[] {
  const sources = new Map<string, Map<string, OwnedImage>>();
  for (const { run, on, source, images, whole, sample } of runs) {
    if (sample === true) continue;
    const before = whole === true ? undefined : sources.get(source);
    const taken = new Set(images.flatMap(({ references }) => references));
    const seen = new Set(images.map(idOf));
    const now = new Map<string, OwnedImage>();
    // Images of one run may share a name (one for each platform): names are taken from those of earlier runs alone.
    for (const [id, owned] of before ?? []) {
      if (seen.has(id)) continue;
      const references = owned.references.filter((name) => !taken.has(name));
      if (references.length > 0 || owned.references.length === 0) now.set(id, { ...owned, references });
    }
    for (const kept of images) now.set(idOf(kept), { kept, references: kept.references, source, run, on });
    sources.set(source, now);
  }
  // The same image seen through two sources is one image: the newest look counts.
  const order = new Map(runs.map(({ run }, index) => [run, index]));
  const newest = new Map<string, OwnedImage>();
  for (const images of sources.values()) {
    for (const [id, image] of images) {
      const known = newest.get(id);
      const isNewer = known === undefined || (order.get(known.run) ?? 0) < (order.get(image.run) ?? 0);
      if (isNewer) newest.set(id, image);
    }
  }
  return [...newest.values()].sort((a, b) => compareText(nameOf(a), nameOf(b)));
}

/** How an owned image is called: its first name, else its id. */
export function nameOf({ references, kept }: OwnedImage): string {
  return references[0] ?? idOf(kept);
}

/**
 * The images with their components as they stand on a day. `read` gives what the store keeps of each; where it fails,
 * `unread` hears of it and the image is left out, and without `unread` the failure is thrown.
 */
export async function placeImages(
  images: readonly OwnedImage[],
  read: (image: KeptImage) => Promise<LifecycleFacts>,
  data: LifecycleData,
  entitlements: EntitlementSet | null,
  on: CalendarDay,
  unread?: (image: OwnedImage, error: unknown) => void,
): Promise<PlacedImage[]> {
  const placed: PlacedImage[] = [];
  for (const image of images) {
    const cover = entitlements === null ? undefined : { entitlements, references: image.references };
    let facts: LifecycleFacts;
    try {
      facts = await read(image.kept);
    } catch (error) {
      if (unread === undefined) throw error;
      unread(image, error);
      continue;
    }
    placed.push({ ...image, entries: lifecycleOf(facts, data, on, cover) });
  }
  return placed;
}

function idOf(kept: KeptImage): string {
  return kept.ids[0] ?? kept.audit;
}
