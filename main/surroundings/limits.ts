// Collects what was not read around images, each place once and in a fixed order.
import type { Phrase } from "../../shared/model/phrase.ts";
import type { SurroundingFact, SurroundingLimit } from "../../shared/model/surroundings.ts";
import type { surroundingsPhrases } from "../../shared/wording/phrases/surroundings.ts";
import { phrase, say } from "../../shared/wording/say.ts";

export type SentenceKey = keyof typeof surroundingsPhrases;

/** A sentence of this room. */
export function sentence(key: SentenceKey, params?: Phrase["params"]): Phrase {
  return phrase(key, params);
}

export class SurroundingLimits {
  readonly #limits = new Map<string, SurroundingLimit>();

  /** The fact as a whole was not read. */
  gap(fact: SurroundingFact, where: string, why: Phrase): void {
    this.#add("gap", fact, where, why);
  }

  /** The fact holds but for this place. */
  note(fact: SurroundingFact, where: string, why: Phrase): void {
    this.#add("note", fact, where, why);
  }

  #add(weight: SurroundingLimit["weight"], fact: SurroundingFact, where: string, why: Phrase): void {
    const reason = say(why, "en");
    this.#limits.set(JSON.stringify([fact, where, reason]), { fact, where, reason, phrase: why, weight });
  }

  /** By fact and place. */
  sorted(): SurroundingLimit[] {
    const order = ({ fact, where, reason }: SurroundingLimit) => `${fact}\0${where}\0${reason}`;
    return [...this.#limits.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}
