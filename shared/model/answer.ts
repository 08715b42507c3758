// A person's answer to a control that only a person can decide, for named subjects and a limited time. Issue 5, "Manual
// answers". (What commands print is in answers.ts.)
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { Person, SaidText, SubjectScope } from "./decision-scope.ts";
import { Phrase } from "./phrase.ts";

/** An answer holds for no more days than this. */
export const longestAnswerDays = 366;

export const ManualAnswer = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{2,99}$/, "give 3 to 100 letters, digits, dots or hyphens"),
  control: z.string().min(1).max(200),
  subject: SubjectScope,
  status: z.enum(["pass", "fail", "not-applicable"]),
  by: Person,
  on: CalendarDay,
  /** The last day on which it holds. */
  until: CalendarDay,
  note: SaidText,
  /** What the person looked at: its name, and the SHA-256 of its bytes in hex. It is not kept itself. */
  attachment: z
    .strictObject({
      name: z.string().min(1).max(500),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, "give 64 hex digits"),
    })
    .optional(),
  revoked: z.strictObject({ by: Person, on: CalendarDay, reason: SaidText.optional() }).optional(),
});
export type ManualAnswer = z.infer<typeof ManualAnswer>;

/** The file as people write it: an `id` that is left out is made from what the answer says. */
export const AnswerFile = z.strictObject({
  schema: z.literal("plimsoll/answers@1"),
  answers: z
    .array(ManualAnswer.partial({ id: true }))
    .max(10_000)
    .nullable()
    .default([]),
});

/** All answers of a file. */
export interface AnswerSet {
  readonly answers: readonly ManualAnswer[];
  /** SHA-256 of the file. */
  readonly digest: string;
}

/** What became of an answer: it was used, does not hold on the day, or found nothing that it could answer. */
export const AnswerState = z.enum(["applied", "revoked", "expired", "future", "no-subject", "not-manual", "outdone"]);
export type AnswerState = z.infer<typeof AnswerState>;

export const AnswerUse = z.object({
  id: z.string(),
  control: z.string(),
  state: AnswerState,
  /** Why it was not used; English. */
  reason: z.string().optional(),
  phrase: Phrase.optional(),
  findings: z.int().nonnegative(),
});
export type AnswerUse = z.infer<typeof AnswerUse>;

export const RunAnswers = z.object({ digest: z.string(), uses: z.array(AnswerUse) });
export type RunAnswers = z.infer<typeof RunAnswers>;
