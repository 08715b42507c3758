// The form of a check. It is pure and cannot answer `not-assessed` or `error`: the runner gives those, from what the check
// needs and from what the facts say was not read. So a forgotten case cannot become a pass.
import type { FactName } from "../../shared/model/facts.ts";
import type { Verdict } from "../../shared/model/finding.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { type JudgedImage, type Subject, subjectFor } from "./subject.ts";

export interface CheckDefinition<Needs extends FactName> {
  /** The ids of the controls that this check decides. */
  readonly decides: readonly [string, ...string[]];
  /** The facts that it reads; it sees no others. */
  readonly needs: readonly [Needs, ...Needs[]];
  /**
   * What evidence is missing that no reader could have found in the image, such as a scan result or a history that the
   * builder did not write: the finding is then `not-assessed`. Null where there is enough to judge by.
   */
  readonly lacks?: (subject: Subject<Needs>) => Phrase | null;
  readonly judge: (subject: Subject<Needs>) => Verdict;
}

/** A check as the runner calls it. */
export interface Check {
  readonly decides: readonly string[];
  readonly needs: readonly FactName[];
  readonly lacks: (judged: JudgedImage) => Phrase | null;
  readonly judge: (judged: JudgedImage) => Verdict;
}

/** Makes a check that is handed only the facts it needs. */
export function defineCheck<Needs extends FactName>(definition: CheckDefinition<Needs>): Check {
  const { decides, needs, lacks, judge } = definition;
  return {
    decides,
    needs,
    lacks: (judged) => lacks?.(subjectFor(judged, needs)) ?? null,
    judge: (judged) => judge(subjectFor(judged, needs)),
  };
}
