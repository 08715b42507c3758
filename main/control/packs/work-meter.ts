// How much an expression may do. Work is counted, not timed: so the same facts give the same verdict on a slow machine as on a
// fast one, and a hostile expression ends. A unit is one node of the expression evaluated, one item of a list that is compared
// or joined, or sixteen characters of a text that is searched.
import { callOf, nodesOf, type TreeNode } from "./expression-tree.ts";

/** Far more than a rule needs over the largest images (50 steps for each of 100,000 packages), and about a second of work. */
export const maximumWork = 5_000_000;

/** Operators whose work grows with the size of what they are given. */
const weighing = new Set(["==", "!=", "in", "+", "call", "rcall"]);

export interface WorkMeter {
  readonly reset: () => void;
  /** The library goes on after errors in `&&`, `||`, `all` and `exists`; so this is asked when it is done. */
  readonly isExhausted: () => boolean;
}

/**
 * Counts the work of the expression from now on: each node throws once `maximum` is used up. The tree must have been
 * type-checked. `weights` are factors for nodes whose text is worth more than its length, such as the text a pattern is
 * searched in.
 */
export function meter(
  root: TreeNode,
  weights: ReadonlyMap<TreeNode, number>,
  maximum: number = maximumWork,
): WorkMeter {
  let used = 0;
  const exhausted = new Error("the expression does more work than a rule may");
  const use = (units: number): void => {
    used += units;
    if (used > maximum) throw exhausted;
  };
  for (const [node, parents] of nodesOf(root)) {
    // Those are only ways to another node, which is counted itself.
    if (isWay(node)) continue;
    const { evaluate } = node.meta;
    const isWeighed = parents.some((parent) => weighing.has(parent.op) && !isWay(parent) && !isSize(parent));
    const factor = weights.get(node) ?? 1;
    node.setMeta("evaluate", (evaluator, self, context) => {
      use(1);
      const result = evaluate(evaluator, self, context);
      if (isWeighed) use(Math.ceil(weigh(result, maximum) * factor));
      return result;
    });
  }
  return {
    reset: () => {
      used = 0;
    },
    isExhausted: () => used > maximum,
  };
}

/** Macros such as `all`: the tree goes on at their expansion. */
function isWay({ meta }: TreeNode): boolean {
  return meta.alternate !== undefined || meta.macro !== undefined;
}

/** Counting a list's items does not look at them. */
function isSize(node: TreeNode): boolean {
  return callOf(node)?.name === "size";
}

/** The size of a value in units, looked at no further than `maximum`. */
function weigh(value: unknown, maximum: number): number {
  let sum = 0;
  const open: unknown[] = [value];
  for (let item = open.pop(); item !== undefined && sum <= maximum; item = open.pop()) {
    if (typeof item === "string") sum += item.length / 16;
    else if (Array.isArray(item) || item instanceof Map) {
      sum += 1;
      for (const part of item.values()) {
        open.push(part);
        if (open.length > maximum) return maximum + 1;
      }
    } else if (typeof item === "object" && item !== null) {
      sum += 1;
      open.push(...Object.values(item));
    }
  }
  return sum;
}
