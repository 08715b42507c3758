// What the window asks and hears about waivers and people's answers: the shapes of those channels of contract.ts. What a
// decision says itself is checked by its own model (shared/model/waiver.ts, answer.ts).
import { z } from "zod";
import { CalendarDay } from "../calendar-day.ts";
import { ManualAnswer } from "../model/answer.ts";
import { Person, SaidText } from "../model/decision-scope.ts";
import { Phrase } from "../model/phrase.ts";
import { HygieneNote, Waiver, WaiverState } from "../model/waiver.ts";

const Id = Waiver.shape.id;

export const ListedWaiver = z.object({
  waiver: Waiver,
  state: WaiverState,
  /** Why it does not hold. */
  why: Phrase.optional(),
  /** Findings that it stood beside in the newest kept run; absent = that run was judged with another file. */
  findings: z.int().nonnegative().optional(),
});
export type ListedWaiver = z.infer<typeof ListedWaiver>;

/** What both files are listed with: where the file lies, the day its entries were weighed, and the user of this machine. */
const listing = { file: z.string(), on: CalendarDay, operator: z.string() };

export const WaiverList = z.object({
  ...listing,
  approver: z.enum(["required", "optional"]),
  maximumDays: z.int(),
  waivers: z.array(ListedWaiver),
  hygiene: z.array(HygieneNote),
});
export type WaiverList = z.infer<typeof WaiverList>;

export const ListedAnswer = z.object({
  answer: ManualAnswer,
  state: z.enum(["holds", "revoked", "expired", "future"]),
  why: Phrase.optional(),
});
export type ListedAnswer = z.infer<typeof ListedAnswer>;

export const AnswerList = z.object({ ...listing, answers: z.array(ListedAnswer) });
export type AnswerList = z.infer<typeof AnswerList>;

/** A request; who made it when, and under which rules, the main process adds. */
export const WaiverRequest = Waiver.pick({
  control: true,
  scope: true,
  reason: true,
  requester: true,
  until: true,
  ticket: true,
});
export type WaiverRequest = z.infer<typeof WaiverRequest>;
export const WaiverApproval = z.strictObject({ id: Id, by: Person });
export const WaiverExtension = z.strictObject({ id: Id, by: Person, until: CalendarDay });
export const Revocation = z.strictObject({ id: Id, by: Person, reason: SaidText.optional() });

export const GivenAnswer = ManualAnswer.omit({ id: true, on: true, revoked: true });
export type GivenAnswer = z.infer<typeof GivenAnswer>;
