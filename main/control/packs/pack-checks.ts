// Packs as checks: each rule's expressions compiled once, then judged by the same runners as the checks that come with
// Plimsoll, so that what was not read is `not-assessed` here as there.
import { FactName } from "../../../shared/model/facts.ts";
import type { Pack, PackPlace, PackRule } from "../../../shared/model/pack.ts";
import { SurroundingFact } from "../../../shared/model/surroundings.ts";
import type { Check } from "../define-check.ts";
import { areaOf, type SurroundingCheck } from "../define-surrounding-check.ts";
import { fieldsOf } from "../subject.ts";
import { compileExpression, type Expression, ExpressionFault } from "./compile-expression.ts";
import { imageEnvironment, type PackEnvironment, surroundingEnvironment } from "./environment.ts";
import { type CompiledCheck, packVerdict } from "./pack-verdict.ts";

export interface PackChecks {
  readonly checks: readonly Check[];
  readonly surroundingChecks: readonly SurroundingCheck[];
}

/**
 * The checks of these packs. Throws FailureError `catalogue-invalid` with file, line and column of the first expression that
 * does not parse, calls what packs may not call, or does not fit the types of the facts.
 */
export function packChecks(packs: readonly Pack[]): PackChecks {
  // Rules with the same needs share an environment, and so what was made of the facts.
  const environments = new Map<string, PackEnvironment>();
  const shared = (key: string, make: () => PackEnvironment): PackEnvironment => {
    const environment = environments.get(key) ?? make();
    environments.set(key, environment);
    return environment;
  };
  const rules = packs.flatMap((pack) => pack.rules);
  return {
    checks: rules.filter(isOfImages).map((rule) => imageCheck(rule, shared)),
    surroundingChecks: rules.filter((rule) => !isOfImages(rule)).map((rule) => surroundingCheck(rule, shared)),
  };
}

type Shared = (key: string, make: () => PackEnvironment) => PackEnvironment;

function isOfImages({ control }: PackRule): boolean {
  return control.scope === "image";
}

function imageCheck(rule: PackRule, shared: Shared): Check {
  const { control, check } = rule;
  const needs = FactName.array().parse(check.needs);
  const fields = needs.flatMap((need): readonly string[] => fieldsOf[need]).sort();
  const environment = shared(`image ${fields.join(" ")}`, () => imageEnvironment(fields));
  const compiled = compile(rule, environment);
  return {
    decides: [control.id],
    needs,
    lacks: () => null,
    judge: ({ facts, image, on, policy }) =>
      packVerdict(check, compiled, environment.contextOf({ facts, image, on, policy })),
  };
}

function surroundingCheck(rule: PackRule, shared: Shared): SurroundingCheck {
  const { control, check } = rule;
  const needs = SurroundingFact.array().parse(check.needs);
  const areas = [...new Set(needs.map(areaOf))].sort();
  const environment = shared(areas.join(" "), () => surroundingEnvironment(areas));
  const compiled = compile(rule, environment);
  return {
    decides: [control.id],
    needs,
    may: [],
    lacks: () => null,
    judge: ({ engine, container, host, on, policy }) =>
      packVerdict(check, compiled, environment.contextOf({ engine, container, host, on, policy })),
  };
}

function compile({ check, fault }: PackRule, environment: PackEnvironment): CompiledCheck {
  const one = (place: Extract<PackPlace, readonly [string]>, text: string, results: readonly string[]): Expression => {
    try {
      return compileExpression(text, environment, results);
    } catch (error) {
      if (error instanceof ExpressionFault) throw fault(place, error.message, error.offset);
      throw error;
    }
  };
  return {
    when: check.when === undefined ? null : one(["when"], check.when, ["bool"]),
    expression: one(["expression"], check.expression, ["bool"]),
    evidence: check.evidence === undefined ? null : one(["evidence"], check.evidence, ["list"]),
  };
}
