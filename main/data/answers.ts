// The file of people's answers, read and checked whole; a fault names file, line and column. Shape: shared/model/answer.ts;
// docs/POLICY.md explains it with an example.
import { daysBetween } from "../../shared/calendar-day.ts";
import { canonicalJson } from "../../shared/canonical-json.ts";
import { AnswerFile, type AnswerSet, longestAnswerDays, type ManualAnswer } from "../../shared/model/answer.ts";
import { type DecisionFile, readDecisionFile, readDecisionFileIfThere } from "./decision-file.ts";
import { misfit } from "./read-yaml.ts";
import { uuid5 } from "./uuid5.ts";
import type { KnownRules } from "./waivers.ts";

/**
 * Reads answers; `rules` are all rule sets of this version and packs. Throws FailureError: `not-readable`, or
 * `catalogue-invalid` where the file does not parse, names an unknown control, or lets an answer hold longer than it may.
 */
export async function loadAnswers(path: string, rules: KnownRules): Promise<AnswerSet> {
  return parseAnswers(path, await readDecisionFile(path), rules);
}

/** The same, null where there is no such file. */
export async function loadAnswersIfThere(path: string, rules: KnownRules): Promise<AnswerSet | null> {
  const file = await readDecisionFileIfThere(path);
  return file === null ? null : parseAnswers(path, file, rules);
}

/** Answers of a file that was read; `path` is for messages. Throws FailureError `catalogue-invalid`. */
export function parseAnswers(path: string, { value, fault, digest }: DecisionFile, rules: KnownRules): AnswerSet {
  const parsed = AnswerFile.safeParse(value);
  if (!parsed.success) throw misfit(path, fault, parsed.error);
  const known = new Set(rules.flatMap(({ controls }) => controls.map(({ id }) => id)));
  const seen = new Map<string, number>();
  const answers = (parsed.data.answers ?? []).map((given, index): ManualAnswer => {
    const answer = { ...given, id: given.id ?? answerId(given) };
    const { id, control, on, until, revoked } = answer;
    const at = ["answers", index];
    if (!known.has(control)) throw fault(`there is no control ${control}`, [...at, "control"]);
    const days = daysBetween(on, until);
    if (days < 0) throw fault(`until: ${until} lies before the answer's own day, ${on}`, [...at, "until"]);
    if (days > longestAnswerDays) {
      const cause = `until: ${until} is ${days} days after ${on}; an answer holds for ${longestAnswerDays} days at most`;
      throw fault(cause, [...at, "until"]);
    }
    if (revoked !== undefined && revoked.on < on)
      throw fault("on: it was revoked before it was given", [...at, "revoked", "on"]);
    const other = seen.get(id);
    if (other !== undefined) throw fault(`answer ${id} stands twice, also as number ${other + 1}`, [...at, "id"]);
    seen.set(id, index);
    return answer;
  });
  return { answers, digest };
}

/** The id of an answer that was given none. */
export function answerId({ control, subject, by, on, status }: Omit<ManualAnswer, "id">): string {
  return uuid5(`answer ${canonicalJson({ control, subject, by, on, status })}`);
}
