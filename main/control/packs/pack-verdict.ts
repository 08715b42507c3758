// The verdict of a pack's rule, from what its expressions give. An expression may say no more than true or false, places and
// applicability; `manual`, `not-assessed` and `error` are not its to give.
import type { ProofPoint } from "../../../shared/model/finding.ts";
import type { PackCheck } from "../../../shared/model/pack.ts";
import type { Phrase } from "../../../shared/model/phrase.ts";
import { words } from "../control-phrase.ts";
import type { Expression } from "./compile-expression.ts";

/** The expressions of a rule, compiled. */
export interface CompiledCheck {
  readonly when: Expression | null;
  readonly expression: Expression;
  readonly evidence: Expression | null;
}

export type PackVerdict =
  | { readonly status: "pass" | "fail"; readonly evidence: readonly [ProofPoint, ...ProofPoint[]] }
  | { readonly status: "not-applicable"; readonly reason: Phrase };

/** Evidence beyond this is cut by the runner anyway; no more is looked at. */
const maximumPlaces = 2_000;
const maximumText = 500;

/**
 * Judges by the compiled expressions. Where the rule names no places, or none were found, the facts it read stand as the
 * place. Throws an Error that names the expression and what went wrong: the runner makes it an `error`.
 */
export function packVerdict(
  { needs, messages = {} }: PackCheck,
  { when, expression, evidence }: CompiledCheck,
  context: Readonly<Record<string, unknown>>,
): PackVerdict {
  if (when !== null && !truth("when", when, context)) {
    const reason = messages["not-applicable"];
    return { status: "not-applicable", reason: reason === undefined ? words("pack.fails") : said(reason) };
  }
  const status = truth("expression", expression, context) ? "pass" : "fail";
  const own = messages[status];
  const detailOf = (detail: string | undefined): Phrase => {
    if (own !== undefined) return said(own, detail);
    if (status === "pass") return detail === undefined ? words("pack.holds") : words("pack.holds-of", { detail });
    return detail === undefined ? words("pack.fails") : words("pack.fails-of", { detail });
  };
  const places = evidence === null ? [] : placesOf(named("evidence", evidence, context));
  const [first, ...others] = places.map(({ where, detail }) => ({ where, detail: detailOf(detail) }));
  const whole: ProofPoint = { where: needs.join(", "), detail: detailOf(undefined) };
  return { status, evidence: first === undefined ? [whole] : [first, ...others] };
}

function said({ en, de }: { en: string; de: string }, detail?: string): Phrase {
  const params = { "said.en": en, "said.de": de };
  return detail === undefined ? words("pack.said", params) : words("pack.said-of", { ...params, detail });
}

function truth(field: string, expression: Expression, context: Readonly<Record<string, unknown>>): boolean {
  const result = named(field, expression, context);
  if (typeof result !== "boolean") throw new Error(`${field}: gives ${kindOf(result)}, not true or false`);
  return result;
}

/** What the expression gives, with its field's name before what goes wrong. */
function named(field: string, expression: Expression, context: Readonly<Record<string, unknown>>): unknown {
  try {
    return expression(context);
  } catch (error) {
    throw new Error(`${field}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

interface Place {
  readonly where: string;
  readonly detail: string | undefined;
}

function placesOf(result: unknown): Place[] {
  if (!Array.isArray(result)) throw new Error(`evidence: gives ${kindOf(result)}, not a list`);
  return result.slice(0, maximumPlaces).map((item: unknown) => {
    if (typeof item === "string") return { where: short(item), detail: undefined };
    const where = fieldOf(item, "where");
    const detail = fieldOf(item, "detail");
    if (typeof where !== "string" || (detail !== undefined && typeof detail !== "string"))
      throw new Error("evidence: an item is neither a text nor a map with the texts where and detail");
    return { where: short(where), detail: detail === undefined ? undefined : short(detail) };
  });
}

function fieldOf(item: unknown, key: string): unknown {
  if (item instanceof Map) return item.get(key);
  if (typeof item !== "object" || item === null || !Object.hasOwn(item, key)) return undefined;
  return Object.entries(item).find(([name]) => name === key)?.[1];
}

function short(text: string): string {
  return text.length > maximumText ? `${text.slice(0, maximumText)}…` : text;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "bigint" || typeof value === "number" ? "a number" : `a ${typeof value}`;
}
