// How a check of a container turns what it saw into a verdict: what breaks the rule, what holds it, and what is said beside.
import type { ProofPoint } from "../../../shared/model/finding.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import type { SurroundingFact } from "../../../shared/model/surroundings.ts";
import { type ControlPhraseKey, words } from "../control-phrase.ts";
import type { SurroundingVerdict } from "../define-surrounding-check.ts";

/** A place and its sentence. */
export function pointAt(where: string, key: ControlPhraseKey, params?: Phrase["params"]): ProofPoint {
  return { where, detail: words(key, params) };
}

/** The most names that one sentence lists; the evidence has them all. */
const mostListed = 10;

/** Names for a sentence, `-` where there are none. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return "-";
  return names.length <= mostListed ? names.join(", ") : `${names.slice(0, mostListed).join(", ")}, …`;
}

export interface Seen {
  /** Each breaks the rule. */
  readonly fails: readonly ProofPoint[];
  /** Why the rule holds where nothing breaks it. */
  readonly passes: ProofPoint;
  /** Said in either case, such as what the policy excuses. */
  readonly beside?: readonly ProofPoint[];
  /** What a failure rests on, where that is less than all facts that the check needs. */
  readonly failureRestsOn?: readonly SurroundingFact[];
}

/** Fails with all that breaks the rule, else passes; never neither. */
export function verdictOf({ fails, passes, beside = [], failureRestsOn }: Seen): SurroundingVerdict {
  const [first, ...rest] = fails;
  if (first === undefined) return { status: "pass", evidence: [passes, ...beside] };
  const excused = beside.map((point): ProofPoint => ({ ...point, beside: true }));
  const restsOn = failureRestsOn === undefined ? {} : { restsOn: failureRestsOn };
  return { status: "fail", evidence: [first, ...rest, ...excused], ...restsOn };
}
