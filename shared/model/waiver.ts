// A waiver: somebody asks that a failed control be lived with, another person agrees, until a day. It never changes a
// verdict; it stands beside it (AppliedWaiver in finding.ts). Issue 5, "Waivers".
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Person, RuleVersion, SaidText, WaiverScope } from "./decision-scope.ts";
import { Phrase } from "./phrase.ts";

/** From its first day on, a waiver holds for no more days than this, unless its file says another number. */
export const defaultMaximumDays = 180;
/** What a file may say at most. */
export const longestMaximumDays = 366;

/** What holds for a stretch of time: its last day, who agreed and when, and the rules it was agreed under. */
const period = {
  /** The last day on which it holds. */
  until: CalendarDay,
  /** Another person than the requester; absent = nobody has agreed yet. */
  approver: Person.optional(),
  approved: CalendarDay.optional(),
  rules: RuleVersion,
};

/** What held before a renewal; the new stretch begins on `on`. */
export const WaiverRenewal = z.strictObject({ on: CalendarDay, by: Person, ...period });
export type WaiverRenewal = z.infer<typeof WaiverRenewal>;

export const Waiver = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,99}$/, "give 3 to 100 letters, digits, dots or hyphens"),
  control: z.string().min(1).max(200),
  scope: WaiverScope,
  reason: SaidText,
  requester: Person,
  created: CalendarDay,
  ...period,
  ticket: z.string().min(1).max(200).optional(),
  /** Oldest first. */
  renewals: z.array(WaiverRenewal).max(200).optional(),
  revoked: z.strictObject({ by: Person, on: CalendarDay, reason: SaidText.optional() }).optional(),
});
export type Waiver = z.infer<typeof Waiver>;

/** The file as people write it: an `id` that is left out is made from what the waiver says. */
export const WaiverFile = z.strictObject({
  schema: z.literal("plimsoll/waivers@1"),
  approver: z.enum(["required", "optional"]).default("required"),
  maximumDays: z.int().min(1).max(longestMaximumDays).default(defaultMaximumDays),
  waivers: z
    .array(Waiver.partial({ id: true }))
    .max(10_000)
    .nullable()
    .default([]),
});

/** All waivers of a file with what its header says. */
export interface WaiverSet {
  readonly approver: "required" | "optional";
  readonly maximumDays: number;
  readonly waivers: readonly Waiver[];
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** Whether a waiver holds on a day, and why not. */
export const WaiverState = z.enum([
  "applies",
  "revoked",
  "expired",
  "future",
  "unapproved",
  "self-approved",
  "other-rules",
]);
export type WaiverState = z.infer<typeof WaiverState>;

/** What a person who looks after waivers must see. */
export const HygieneNote = z.object({
  kind: z.enum([
    "self-approved",
    "expired",
    "expires-soon",
    "renewed",
    "mass-made",
    "mass-approved",
    "matches-nothing",
    "whole-control",
    "no-ticket",
  ]),
  weight: z.enum(["fault", "note"]),
  waivers: z.array(z.string()).min(1),
  /** English. */
  text: z.string(),
  phrase: Phrase,
});
export type HygieneNote = z.infer<typeof HygieneNote>;

/** What became of one waiver in a run. */
export const WaiverUse = z.object({
  id: z.string(),
  control: z.string(),
  state: WaiverState,
  /** Why it does not hold; English. */
  reason: z.string().optional(),
  phrase: Phrase.optional(),
  /** Findings that it stands beside. */
  findings: z.int().nonnegative(),
});
export type WaiverUse = z.infer<typeof WaiverUse>;

export const RunWaivers = z.object({
  digest: z.string(),
  approver: z.enum(["required", "optional"]),
  maximumDays: z.int(),
  uses: z.array(WaiverUse),
  hygiene: z.array(HygieneNote),
});
export type RunWaivers = z.infer<typeof RunWaivers>;
