// Extended support that somebody has bought: from whom, for what, under which contract, until when. Only with such a record,
// or where the image itself proves it, does an extended window count as cover (design, section 5).
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Person, SaidText } from "./decision-scope.ts";

/** Names as endoflife.date, or a file of own products, writes them. */
const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,99}$/, "give a name as endoflife.date writes it");

/** What was bought: a product (one cycle of it, or all), images, or a product in certain images. */
export const EntitlementScope = z
  .strictObject({
    product: Name.optional(),
    cycle: Name.optional(),
    /** A pattern of image references, see shared/reference-pattern.ts. */
    image: z.string().min(1).max(1000).optional(),
  })
  .refine(({ product, image }) => product !== undefined || image !== undefined, "name a product or images")
  .refine(({ product, cycle }) => cycle === undefined || product !== undefined, "a cycle needs its product");
export type EntitlementScope = z.infer<typeof EntitlementScope>;

export const Entitlement = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,99}$/, "give 3 to 100 letters, digits, dots or hyphens"),
  /** Who sells it: `Freexian`, `Canonical`, `Docker` ... in any case. */
  provider: z.string().max(200).regex(/\S/, "it is empty"),
  /** Which of the seller's programmes: `ELTS`, `Legacy`; absent = any that covers the scope. */
  programme: z.string().max(200).regex(/\S/, "it is empty").optional(),
  scope: EntitlementScope,
  /** The contract's reference. */
  contract: z.string().max(500).regex(/\S/, "it is empty"),
  /** First day of cover; absent = the day on which the extended window opens. */
  from: CalendarDay.optional(),
  /** Last day of cover. */
  until: CalendarDay,
  /** Who recorded it, and when. */
  by: Person,
  on: CalendarDay,
  note: SaidText.optional(),
  /** An entry that no longer holds stays in the file. */
  removed: z.strictObject({ by: Person, on: CalendarDay, reason: SaidText.optional() }).optional(),
});
export type Entitlement = z.infer<typeof Entitlement>;

/** The file as people write it: an `id` that is left out is made from what the entry says. */
export const EntitlementFile = z.strictObject({
  schema: z.literal("plimsoll/entitlements@1"),
  entitlements: z
    .array(Entitlement.partial({ id: true }))
    .max(10_000)
    .nullable()
    .default([]),
});

/** How an entry stands on a day. `unmatched` = it would hold, but nothing known is what it names. */
export const EntitlementState = z.enum(["holds", "future", "ended", "removed", "unmatched"]);
export type EntitlementState = z.infer<typeof EntitlementState>;

/** What a run says of the file that it was judged with. */
export const RunEntitlements = z.object({
  /** SHA-256 of the file. */
  digest: z.string(),
  /** Each entry that made a window count, and in how many images of the run. */
  used: z.array(z.object({ id: z.string(), contract: z.string(), images: z.int().positive() })),
});
export type RunEntitlements = z.infer<typeof RunEntitlements>;

/** All entitlements of a file. */
export interface EntitlementSet {
  readonly entitlements: readonly Entitlement[];
  /** `sha256:` and the hex digest of the file. */
  readonly digest: string;
}
