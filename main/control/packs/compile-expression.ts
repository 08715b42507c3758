// An expression of a pack, made ready: parsed, its calls and patterns looked at, its types checked, its work metered. All that
// can be wrong with it before there are facts is said here, with the place in the expression.
import { TypeError as CelTypeError, EvaluationError, ParseError } from "@marcbachmann/cel-js";
import { callable, hasForChecking, type PackEnvironment } from "./environment.ts";
import { callOf, nodesOf, rootOf, type TreeNode } from "./expression-tree.ts";
import { patternOf } from "./pattern.ts";
import { meter } from "./work-meter.ts";

/** What is wrong with an expression, and at which of its UTF-16 units. */
export class ExpressionFault extends Error {
  readonly offset: number;
  constructor(cause: string, offset: number) {
    super(cause);
    this.name = "ExpressionFault";
    this.offset = offset;
  }
}

/** An expression ready to be evaluated. Throws an Error with what went wrong and where; never gives a promise. */
export type Expression = (context: Readonly<Record<string, unknown>>) => unknown;

/**
 * Compiles `text`, which must give one of the kinds `results` (CEL's names; what only the facts decide is let through and is
 * for the caller to check). Throws ExpressionFault.
 */
export function compileExpression(text: string, { cel }: PackEnvironment, results: readonly string[]): Expression {
  const parsed = atPlace(() => cel.parse(text));
  const root = rootOf(parsed.ast);
  const nodes = [...nodesOf(root).keys()];
  const weights = new Map(nodes.flatMap((node) => weightOf(node)));
  const { valid, type = "dyn", error } = parsed.check();
  if (!valid) throw faultOf(error);
  const kind = type.replace(/<.*/, "");
  if (kind !== "dyn" && !results.includes(kind))
    throw new ExpressionFault(`gives ${type}, not ${results.join(" or ")}`, root.start);
  checkHas(text, nodes, cel);
  const work = meter(root, weights);
  return (context) => {
    work.reset();
    const result = atPlace(() => parsed(context), work.isExhausted);
    if (work.isExhausted()) throw new Error("the expression does more work than a rule may");
    return result;
  };
}

/** Refuses a call that packs may not make; of a pattern, the factor that its search is worth. */
function weightOf(node: TreeNode): [TreeNode, number][] {
  const call = callOf(node);
  if (call === null) return [];
  const { name, operands } = call;
  if (name === "matches")
    throw new ExpressionFault('matches() can take for ever and is not offered; use re("…"), which cannot', node.start);
  if (!callable.has(name)) throw new ExpressionFault(`there is no function ${name}() for packs`, node.start);
  const [text, pattern] = operands;
  if (name !== "re" || text === undefined || pattern === undefined) return [];
  if (typeof pattern.args !== "string" || pattern.op !== "value")
    throw new ExpressionFault(
      "re() takes a pattern in quotes, so that it can be checked before it is used",
      pattern.start,
    );
  try {
    return [[text, 1 + patternOf(pattern.args).size / 16]];
  } catch (error) {
    throw new ExpressionFault(error instanceof Error ? error.message : String(error), pattern.start);
  }
}

/** The library does not look into `has(…)` before it runs: a misspelt field would quietly not be there. */
function checkHas(text: string, nodes: readonly TreeNode[], cel: PackEnvironment["cel"]): void {
  let looked = text;
  for (const node of nodes.filter((one) => one.op === "call" && callOf(one)?.name === "has"))
    looked = looked.slice(0, node.start) + hasForChecking + looked.slice(node.start + hasForChecking.length);
  const { valid, error } = cel.check(looked);
  if (!valid) throw faultOf(error);
}

function atPlace<T>(work: () => T, isExhausted: () => boolean = () => false): T {
  try {
    return work();
  } catch (error) {
    throw isExhausted() ? error : faultOf(error);
  }
}

function faultOf(error: unknown): ExpressionFault {
  if (error instanceof ParseError || error instanceof CelTypeError || error instanceof EvaluationError)
    return new ExpressionFault(error.summary, error.range?.start ?? 0);
  return new ExpressionFault(error instanceof Error ? error.message : String(error), 0);
}
