// Who gives or sells extended support: assets/data/offers.json, kept by hand from what vendors publish, each with its source
// and the day of what was read. In the file one line may speak of several products.
import { z } from "zod";
import { CalendarDay } from "../../shared/calendar-day.ts";
import { Offer } from "../../shared/model/lifecycle.ts";
import { invalid, readJson } from "./read-json.ts";

const OfferFile = z.strictObject({
  schema: z.literal("plimsoll/offers@1"),
  /** Where an offer names no day of its own. */
  asOf: CalendarDay,
  offers: z.array(
    z.strictObject({
      ...Offer.omit({ product: true, asOf: true }).shape,
      products: z.array(z.string().min(1)).min(1),
      asOf: CalendarDay.optional(),
    }),
  ),
});

/**
 * One offer a product. Throws FailureError `not-readable` or `catalogue-invalid`, which names the place at fault: also an
 * offer that stands twice for a product, and one whose window would end before it begins.
 */
export async function loadOffers(file: string): Promise<readonly Offer[]> {
  const { value } = await readJson(file);
  const parsed = OfferFile.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    invalid(file, `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "does not fit the schema"}`);
  }
  const { asOf, offers } = parsed.data;
  const seen = new Set<string>();
  return offers.flatMap(({ products, ...offer }, index) =>
    products.map((product) => {
      const id = `${offer.id} ${product}`;
      if (seen.has(id)) invalid(file, `offers.${index}: ${offer.id} stands twice for ${product}`);
      seen.add(id);
      for (const { cycle, from, until } of offer.cycles ?? []) {
        if (from !== undefined && until !== null && until < from) invalid(file, `offers.${index}: ${cycle} ends early`);
      }
      return { ...offer, product, asOf: offer.asOf ?? asOf };
    }),
  );
}
