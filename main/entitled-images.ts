// In how many of somebody's own images each entitlement makes a window of support count: kept audits placed on a day.
import type { CalendarDay } from "../shared/calendar-day.ts";
import { entitlementUses } from "../shared/entitlement-uses.ts";
import type { EntitlementSet } from "../shared/model/entitlement.ts";
import type { KeptImage, RunEntry } from "../shared/model/history.ts";
import type { LifecycleData } from "../shared/model/lifecycle.ts";
import type { LifecycleFacts } from "../shared/model/lifecycle-facts.ts";
import { ownedImages, placeImages } from "./portfolio.ts";

/** What is read of the store of audits. */
export interface KeptImages {
  runs(): Promise<RunEntry[]>;
  lifecycleFacts(image: KeptImage): Promise<LifecycleFacts>;
}

/** Images by the id of the entry; null where no image is kept. Throws FailureError where the store cannot be read. */
export async function entitledImages(
  store: KeptImages,
  data: LifecycleData,
  entitlements: EntitlementSet,
  on: CalendarDay,
): Promise<ReadonlyMap<string, number> | null> {
  const images = ownedImages(await store.runs());
  if (images.length === 0) return null;
  const placed = await placeImages(images, (image) => store.lifecycleFacts(image), data, entitlements, on);
  return entitlementUses(placed.map(({ entries }) => entries));
}
