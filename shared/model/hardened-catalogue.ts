// The public catalogue of Docker Hardened Images as data: which products and lines exist, with the tags to move to.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";

const ByDistribution = z.record(z.string(), z.array(z.string()));

export const HardenedVersion = z.object({
  /** The line's name in the definition: `3.13`, `mainline`, `jre-21`. */
  version: z.string(),
  flavor: z.string().optional(),
  /** Newest exact version. */
  latest: z.string().optional(),
  releaseDate: CalendarDay.optional(),
  /** null = the definition states none. */
  endOfLife: CalendarDay.nullable(),
  variants: z.array(z.string()).optional(),
  distros: z.array(z.string()).optional(),
  /** The most exact runtime tag, Debian preferred; for a chart its version. */
  tag: z.string(),
  devTag: z.string().optional(),
  /** Absent = 65532. */
  uid: z.int().optional(),
  runtimeShell: ByDistribution.optional(),
  runtimePackageManager: ByDistribution.optional(),
  ports: z.array(z.string()).optional(),
  platforms: z.array(z.string()).optional(),
  images: z.array(z.string()).optional(),
});
export type HardenedVersion = z.infer<typeof HardenedVersion>;

export const HardenedProduct = z.object({
  product: z.string(),
  /** Absent where the definition gives none; the product name stands in. */
  displayName: z.string().optional(),
  repository: z.string(),
  kind: z.enum(["image", "mcp-server", "helm-chart"]),
  category: z.array(z.string()),
  homeUrl: z.string().optional(),
  distributions: z.array(z.string()),
  /** `mentioned-in-guide`; absent = unknown, not "no". */
  fips: z.string().optional(),
  stig: z.string().optional(),
  cis: z.string().optional(),
  versions: z.array(HardenedVersion),
  /** Lines that left the catalogue when upstream ended them. */
  removedAtEol: z
    .array(
      z.object({
        version: z.string(),
        removed: CalendarDay,
        endOfLife: CalendarDay.optional(),
        releaseDate: CalendarDay.optional(),
        lastTag: z.string().optional(),
        distros: z.array(z.string()),
      }),
    )
    .optional(),
});
export type HardenedProduct = z.infer<typeof HardenedProduct>;

export const HardenedCatalogue = z.object({
  schema: z.literal("plimsoll/hardened-catalogue@1"),
  source: z.string(),
  commit: z.string(),
  date: CalendarDay,
  licence: z.string(),
  notice: z.string(),
  products: z.array(HardenedProduct),
});
export type HardenedCatalogue = z.infer<typeof HardenedCatalogue>;
