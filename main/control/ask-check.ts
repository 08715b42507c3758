// How a check is asked, whatever it judges: only here does a verdict become `not-assessed` for what was not read, or `error`.
import type { Limit } from "../../shared/model/facts.ts";
import type { ProofPoint, Verdict } from "../../shared/model/finding.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import { type Answer, saying, thrown } from "./answer.ts";
import { evidenceOf, remarkOf, type StepOf } from "./evidence.ts";

type AskedVerdict<Fact> = Pick<Verdict, "status" | "evidence"> & {
  readonly reason?: Phrase;
  readonly restsOn?: readonly Fact[];
};

interface AskedCheck<Fact, Judged> {
  readonly needs: readonly Fact[];
  readonly lacks: (judged: Judged) => Phrase | null;
  readonly judge: (judged: Judged) => AskedVerdict<Fact>;
}

/** Something that was not read, of these facts. */
type ReadLimit<Fact> = Omit<Limit, "fact"> & { readonly fact: Fact };

/** What a check says of `judged`, of which `limits` were not read; `stepOf` gives the build step of a layer, if there are any. */
export function askCheck<Fact, Judged>(
  check: AskedCheck<Fact, Judged>,
  judged: Judged,
  limits: readonly ReadLimit<Fact>[],
  stepOf?: StepOf,
): Answer {
  const gaps = limits.filter(({ fact, weight }) => weight === "gap" && check.needs.includes(fact));
  try {
    // A gap in what it needs leaves nothing to look at, unless the verdict says that it does not rest on it.
    const lacking = check.lacks(judged);
    if (lacking !== null) return gaps.length > 0 ? unread(gaps) : saying("not-assessed", lacking, []);
    const { status, reason, evidence: points, restsOn = check.needs } = check.judge(judged);
    const missing = gaps.filter(({ fact }) => restsOn.includes(fact));
    if (missing.length > 0) return unread(missing);
    // What was left out stands beside a verdict that looked for it; a failure is no less one for it.
    const notes = limits.filter(({ fact, weight }) => weight === "note" && restsOn.includes(fact));
    const seen: readonly ProofPoint[] = points ?? [];
    const evidence = evidenceOf(seen, status === "fail" ? [] : notes.map(remarkOf), stepOf);
    return reason === undefined ? { status, evidence } : saying(status, reason, evidence);
  } catch (error) {
    return thrown(error);
  }
}

/** Asks each check once: what it says does not depend on which of its controls is meant. */
export function askedOnce<Check>(ask: (check: Check) => Answer): (check: Check) => Answer {
  const given = new Map<Check, Answer>();
  return (check) => {
    const answer = given.get(check) ?? ask(check);
    given.set(check, answer);
    return answer;
  };
}

/** Not assessed for what could not be read: the first reason, and every place as evidence. */
function unread<Fact>(gaps: readonly ReadLimit<Fact>[]): Answer {
  const [first] = gaps;
  return {
    status: "not-assessed",
    reason: first?.reason ?? "",
    ...(first?.phrase === undefined ? {} : { phrase: first.phrase }),
    evidence: gaps.map(remarkOf),
  };
}
