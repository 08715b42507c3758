// A file of own dates: products that the source does not have (in-house ones, missing systems), and single dates that differ
// from it, each with who says so and as of when. docs/LIFECYCLE.md explains it, docs/examples/lifecycle.yaml is one.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { SourceDate } from "./lifecycle.ts";

const Name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,99}$/, "letters, digits and . + _ -, in quotes where it looks like a number");
const Said = z.string().max(500).regex(/\S/, "it is empty");
/** Who says so, and the day on which that was looked up. */
const origin = { source: Said, asOf: CalendarDay };
const dates = {
  release: CalendarDay.optional(),
  eoas: SourceDate.optional(),
  eol: SourceDate.optional(),
  eoes: SourceDate.optional(),
};

export const OwnCycle = z.strictObject({
  cycle: Name,
  codename: Said.optional(),
  lts: SourceDate.optional(),
  ...dates,
  latest: Name.optional(),
  /** Where they differ from the product's. */
  source: Said.optional(),
  asOf: CalendarDay.optional(),
});
export type OwnCycle = z.infer<typeof OwnCycle>;

export const OwnProduct = z.strictObject({
  id: Name,
  label: Said,
  /** As endoflife.date sorts them: `os`, `lang`, `framework`, `database`, `server-app`, `app`. */
  category: z.enum(["os", "lang", "framework", "database", "server-app", "app"]),
  aliases: z.array(Name).max(50).optional(),
  /** IDs of os-release that are this system, in any case; its id counts by itself. */
  osRelease: z.array(Name).max(50).optional(),
  phases: z.strictObject({ eoas: Said.optional(), eol: Said.optional(), eoes: Said.optional() }).optional(),
  policy: Said.optional(),
  ...origin,
  cycles: z.array(OwnCycle).min(1).max(1000),
});
export type OwnProduct = z.infer<typeof OwnProduct>;

/** Dates of one cycle that take the place of the source's. */
export const OwnDate = z.strictObject({ product: Name, cycle: Name, ...dates, ...origin });
export type OwnDate = z.infer<typeof OwnDate>;

export const OwnLifecycleFile = z.strictObject({
  schema: z.literal("plimsoll/own-lifecycle@1"),
  products: z.array(OwnProduct).max(1000).nullable().default([]),
  dates: z.array(OwnDate).max(10_000).nullable().default([]),
});

export interface OwnLifecycle {
  /** The file's path, and `sha256:` and the hex digest of its bytes. */
  readonly file: string;
  readonly digest: string;
  readonly products: readonly OwnProduct[];
  readonly dates: readonly OwnDate[];
}
