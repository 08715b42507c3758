// What the window asks and hears about extended support that was bought: the shapes of those channels of contract.ts. What an
// entry says itself is checked by its own model (shared/model/entitlement.ts).
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Person, SaidText } from "../model/decision-scope.ts";
import { Entitlement, EntitlementState } from "../model/entitlement.ts";
import { Phrase } from "../model/phrase.ts";

export const ListedEntitlement = z.object({
  entitlement: Entitlement,
  state: EntitlementState,
  /** Why it does not hold, and what else is to be said. */
  phrases: z.array(Phrase),
  /** Own images in which a window counts because of it; null = no image is kept. */
  images: z.int().nonnegative().nullable(),
});
export type ListedEntitlement = z.infer<typeof ListedEntitlement>;

export const EntitlementList = z.object({
  /** Where it lies, the day its entries were weighed, and the user of this machine. */
  file: z.string(),
  on: CalendarDay,
  operator: z.string(),
  entitlements: z.array(ListedEntitlement),
});
export type EntitlementList = z.infer<typeof EntitlementList>;

/** What the lifecycle data knows, as suggestions for a new entry. */
export const EntitlementChoices = z.object({
  products: z.array(z.object({ id: z.string(), label: z.string(), cycles: z.array(z.string()) })),
  sellers: z.array(z.object({ provider: z.string(), programmes: z.array(z.string()) })),
});
export type EntitlementChoices = z.infer<typeof EntitlementChoices>;

/** A new entry; the day it was recorded on, the main process adds. A product may be named by its label as well. */
export const NewEntitlement = z.strictObject({
  ...Entitlement.omit({ id: true, on: true, removed: true, scope: true }).shape,
  scope: z.strictObject({
    product: z.string().max(100).optional(),
    cycle: z.string().max(100).optional(),
    image: z.string().max(1000).optional(),
  }),
});
export type NewEntitlement = z.infer<typeof NewEntitlement>;

export const EntitlementRemoval = z.strictObject({
  id: Entitlement.shape.id,
  by: Person,
  reason: SaidText.optional(),
});
