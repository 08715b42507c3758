// A Dockerfile's move to hardened images: what changes, why, and what a person must look at.
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Phrase } from "./phrase.ts";

export const MigrationHunk = z.object({
  /** Of the Dockerfile as it was, from 1. */
  line: z.int().positive(),
  before: z.array(z.string()),
  after: z.array(z.string()),
  reasons: z.array(Phrase),
  /** Empty = nothing special. */
  checks: z.array(Phrase),
});
export type MigrationHunk = z.infer<typeof MigrationHunk>;

export const MigrationBase = z.object({
  /** As the stage names it; build arguments filled in where they have defaults. */
  from: z.string(),
  /** null = it stays. */
  to: z.string().nullable(),
  why: Phrase,
  /** Nothing to swap: hardened already, or no image at all. */
  hardened: z.boolean(),
  /** The line of its FROM, from 1. */
  line: z.int().positive(),
});
export type MigrationBase = z.infer<typeof MigrationBase>;

export const Migration = z.object({
  name: z.string(),
  /** Unified diff; "" = nothing to change. */
  patch: z.string(),
  /** The Dockerfile with the patch applied. */
  result: z.string(),
  hunks: z.array(MigrationHunk),
  /** What a person must look at although no line changes. */
  notes: z.array(z.object({ line: z.int().positive(), reasons: z.array(Phrase), checks: z.array(Phrase) })),
  bases: z.array(MigrationBase),
});
export type Migration = z.infer<typeof Migration>;

/** What a hunk or a note says, in one language. */
const Said = { reason: z.string(), check: z.string().nullable() };

export const MigrationAnswer = z.object({
  schema: z.literal("plimsoll/migration@1"),
  name: z.string(),
  catalogue: z.object({ source: z.string(), date: CalendarDay }),
  patch: z.string(),
  hunks: z.array(MigrationHunk.omit({ reasons: true, checks: true }).extend(Said)),
  notes: z.array(z.object({ line: z.int().positive(), ...Said })),
  bases: z.array(MigrationBase.omit({ why: true, hardened: true }).extend({ why: z.string() })),
});
export type MigrationAnswer = z.infer<typeof MigrationAnswer>;
