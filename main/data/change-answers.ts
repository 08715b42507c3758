// The changes that a file of answers knows: give one, take one back.
import type { CalendarDay } from "../../shared/calendar-day.ts";
import type { ManualAnswer } from "../../shared/model/answer.ts";
import { answerId, parseAnswers } from "./answers.ts";
import type { DecisionFile } from "./decision-file.ts";
import { addToList, editDecisions, pickById, usage } from "./edit-decisions.ts";
import type { KnownRules } from "./waivers.ts";

/** A new file, with what people who open it should know. */
export const emptyAnswers = `# Answers of people to controls that only a person can decide. See docs/POLICY.md.
schema: plimsoll/answers@1
answers: []
`;

/** Writes down an answer. Gives it with its id. */
export async function addAnswer(
  path: string,
  rules: KnownRules,
  answer: Omit<ManualAnswer, "id">,
): Promise<ManualAnswer> {
  const { done, after } = await editDecisions(path, {
    list: "answers",
    empty: emptyAnswers,
    parse: (file: DecisionFile) => parseAnswers(path, file, rules),
    change: (document) => {
      const id = answerId(answer);
      addToList(document, "answers", { id, ...answer });
      return id;
    },
  });
  return pickById(after.answers, done, "answer").entry;
}

/** Takes an answer back; it stays in the file. Throws FailureError `usage` where that was done before. */
export async function revokeAnswer(
  path: string,
  rules: KnownRules,
  revocation: {
    readonly id: string;
    readonly by: string;
    readonly on: CalendarDay;
    readonly reason?: string | undefined;
  },
): Promise<ManualAnswer> {
  const { done, after } = await editDecisions(path, {
    list: "answers",
    empty: emptyAnswers,
    parse: (file: DecisionFile) => parseAnswers(path, file, rules),
    change: (document, { answers }) => {
      const { entry, index } = pickById(answers, revocation.id, "answer");
      const { revoked } = entry;
      if (revoked !== undefined) throw usage(`answer ${entry.id} was revoked by ${revoked.by} on ${revoked.on}`);
      const { by, on, reason } = revocation;
      const said = { by, on, ...(reason === undefined ? {} : { reason }) };
      document.setIn(["answers", index, "revoked"], document.createNode(said));
      return entry.id;
    },
  });
  return pickById(after.answers, done, "answer").entry;
}
