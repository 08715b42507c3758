// The images that are somebody's own: those of kept audits that are still there. Reminders, calendar, time line and review
// speak of them, and place them anew every day.
import type { CalendarDay } from "../shared/calendar-day.ts";
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
    const now = new Map(before);
    for (const kept of images) {
      const id = idOf(kept);
      for (const [other, owned] of now) {
        if (other === id) continue;
        const left = owned.references.filter((name) => !kept.references.includes(name));
        if (left.length === owned.references.length) continue;
        if (left.length === 0) now.delete(other);
        else now.set(other, { ...owned, references: left });
      }
      now.delete(id);
      now.set(id, { kept, references: kept.references, source, run, on });
    }
    sources.set(source, now);
  }
  // The same image seen through two sources is one image: the newest look counts.
  const newest = new Map<string, OwnedImage>();
  for (const images of sources.values()) {
    for (const [id, image] of images) {
      const known = newest.get(id);
      if (known === undefined || known.on < image.on) newest.set(id, image);
    }
  }
  return [...newest.values()].sort((a, b) => compareText(nameOf(a), nameOf(b)));
}

/** How an owned image is called: its first name, else its id. */
export function nameOf({ references, kept }: OwnedImage): string {
  return references[0] ?? idOf(kept);
}

/** The images with their components as they stand on a day. `read` gives what the store keeps of each. */
export async function placeImages(
  images: readonly OwnedImage[],
  read: (image: KeptImage) => Promise<LifecycleFacts>,
  data: LifecycleData,
  entitlements: EntitlementSet | null,
  on: CalendarDay,
): Promise<PlacedImage[]> {
  const placed: PlacedImage[] = [];
  for (const image of images) {
    const cover = entitlements === null ? undefined : { entitlements, references: image.references };
    placed.push({ ...image, entries: lifecycleOf(await read(image.kept), data, on, cover) });
  }
  return placed;
}

function idOf(kept: KeptImage): string {
  return kept.ids[0] ?? kept.audit;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
