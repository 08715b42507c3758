// Writes down what was not read. The sentence is a phrase of the wording tables; `reason` is its English form.
import type { FactName, Limit } from "../../shared/model/facts.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { inspectPhrases } from "../../shared/wording/phrases/inspect.ts";
import { phrase, say } from "../../shared/wording/say.ts";

/** Collects limits; the same one is kept once. */
export class Limits {
  readonly #limits = new Map<string, Limit>();

  /** `gap`: the fact as a whole cannot be relied on; `note`: it holds but for the place named. */
  add(
    weight: Limit["weight"],
    fact: FactName,
    where: string,
    key: keyof typeof inspectPhrases,
    params?: Phrase["params"],
    layer?: number,
  ): void {
    const sentence = phrase(key, params);
    const limit: Limit = {
      fact,
      where,
      reason: say(sentence, "en"),
      phrase: sentence,
      weight,
      ...(layer === undefined ? {} : { layer }),
    };
    this.#limits.set(JSON.stringify([fact, where, limit.reason, layer]), limit);
  }

  /** By fact, place and layer. */
  sorted(): Limit[] {
    const order = (limit: Limit) => `${limit.fact}\0${limit.where}\0${limit.layer ?? -1}\0${limit.reason}`;
    return [...this.#limits.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}
