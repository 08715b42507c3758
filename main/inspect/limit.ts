// Writes down what was not read. The sentence is a phrase of the wording tables; `reason` is its English form.
import type { FactName, Limit } from "../../shared/model/facts.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { inspectPhrases } from "../../shared/wording/phrases/inspect.ts";
import { phrase, say } from "../../shared/wording/say.ts";

/** More than a reader reads through; an image can be made that has a million. */
const maxLimits = 2000;

/** Collects limits; the same one is kept once. */
export class Limits {
  readonly #limits = new Map<string, Limit>();
  /** By weight and fact: how many came after the bound. None of them is lost for what rules ask. */
  readonly #more = new Map<string, { weight: Limit["weight"]; fact: FactName; count: number }>();

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
    const limit = limitOf(weight, fact, where, sentence, layer);
    const id = JSON.stringify([fact, where, limit.reason, layer]);
    if (this.#limits.size < maxLimits || this.#limits.has(id)) {
      this.#limits.set(id, limit);
      return;
    }
    const more = this.#more.get(`${weight} ${fact}`) ?? { weight, fact, count: 0 };
    this.#more.set(`${weight} ${fact}`, { ...more, count: more.count + 1 });
  }

  /** By fact, place and layer. */
  sorted(): Limit[] {
    const order = (limit: Limit) => `${limit.fact}\0${limit.where}\0${limit.layer ?? -1}\0${limit.reason}`;
    const more = [...this.#more.values()].map(({ weight, fact, count }) =>
      limitOf(weight, fact, "limits", phrase("inspect.more-limits", { count })),
    );
    return [...this.#limits.values(), ...more].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }
}

function limitOf(weight: Limit["weight"], fact: FactName, where: string, sentence: Phrase, layer?: number): Limit {
  const reason = say(sentence, "en");
  return { fact, where, reason, phrase: sentence, weight, ...(layer === undefined ? {} : { layer }) };
}
