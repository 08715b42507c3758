// What is known of the data that judges: what ships with this version, what was refreshed or imported, the person's own
// dates, each with its state and age, and how the last try to refresh ended.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Failure } from "./failure.ts";
import { LifecycleChange } from "./lifecycle-change.ts";
import { Phrase } from "./phrase.ts";

/** Beyond this age the dates are called old: releases and moved ends of a quarter are missing. */
export const oldDataDays = 90;

/** A source's state: its day, and how many days that is before the day of the question. */
const state = { source: z.string(), date: CalendarDay, ageDays: z.int() };
const digest = z.string();

export const LifecycleState = z.object({ ...state, digest, products: z.int(), cycles: z.int() });
export type LifecycleState = z.infer<typeof LifecycleState>;

export const RefreshedState = LifecycleState.extend({
  origin: z.enum(["refresh", "import"]),
  /** The address or the file that it came from. */
  from: z.string(),
  etag: z.string().optional(),
  /** When it was taken, RFC 3339. */
  at: z.string(),
});
export type RefreshedState = z.infer<typeof RefreshedState>;

/** The last look at the source, whatever came of it. */
export const RefreshTry = z.object({
  at: z.string(),
  address: z.string(),
  outcome: z.enum(["new", "unchanged", "failed"]),
  what: Phrase,
  /** Failed tries in a row. */
  failures: z.int().nonnegative(),
  /** Not asked again before; the server's own wish where `byServer`. */
  notBefore: z.string().optional(),
  byServer: z.boolean().optional(),
});
export type RefreshTry = z.infer<typeof RefreshTry>;

export const OwnDatesState = z.object({
  file: z.string(),
  digest,
  products: z.int(),
  /** Single dates of known cycles that it states. */
  dates: z.int(),
  /** What of it meets nothing in the data, or is no longer needed. */
  notes: z.array(Phrase),
});
export type OwnDatesState = z.infer<typeof OwnDatesState>;

export const DataStatus = z.object({
  on: CalendarDay,
  /** Where refreshed data lies. */
  folder: z.string(),
  used: z.enum(["embedded", "refreshed"]),
  embedded: LifecycleState,
  refreshed: RefreshedState.nullable(),
  lastTry: RefreshTry.nullable(),
  /** null = there is no such file. */
  own: z.union([OwnDatesState, z.object({ file: z.string(), failure: Failure })]).nullable(),
  hardened: z.object({ ...state, digest, products: z.int() }),
  rules: z.array(
    z.object({
      benchmark: z.string(),
      edition: z.string(),
      version: z.string(),
      digest,
      date: CalendarDay.optional(),
    }),
  ),
  /** What the refreshed data changed when it came; the list is cut where it is very long, `total` is not. */
  changes: z.object({ total: z.int(), list: z.array(LifecycleChange) }),
  /** What was noticed while loading: a refreshed snapshot that was set aside. */
  notes: z.array(Phrase),
});
export type DataStatus = z.infer<typeof DataStatus>;

/** How a refresh or an import ended, where it did not fail. */
export const DataOutcome = z.object({
  /** `recent`: it was looked at within a day, so nobody was asked. */
  outcome: z.enum(["new", "unchanged", "recent"]),
  what: Phrase,
  source: z.string(),
  date: CalendarDay,
  from: z.string(),
  changes: z.object({ total: z.int(), list: z.array(LifecycleChange) }),
});
export type DataOutcome = z.infer<typeof DataOutcome>;

export const DataStatusAnswer = DataStatus.extend({ schema: z.literal("plimsoll/data-status@1") });
export const DataOutcomeAnswer = DataOutcome.extend({ schema: z.literal("plimsoll/data-outcome@1") });
