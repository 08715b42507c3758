// The tree that the CEL library parses an expression into. Its walk and its hook for evaluation are not in the library's types,
// so they are asked for here, in one place: a version of the library that lacks them refuses every pack.
type Evaluate = (evaluator: unknown, node: TreeNode, context: unknown) => unknown;

export interface TreeNode {
  readonly op: string;
  readonly args: unknown;
  /** Where it stands in the expression: its operator or name, its first character, and the one behind its last. */
  readonly pos: number;
  readonly start: number;
  readonly end: number;
  readonly meta: { readonly alternate?: unknown; readonly macro?: unknown; readonly evaluate: Evaluate };
  readonly setMeta: (key: "evaluate", value: Evaluate) => unknown;
}

/** The root as a node. Throws where the library does not offer what metering needs: nothing is then evaluated. */
export function rootOf(tree: unknown): TreeNode {
  if (!isNode(tree) || typeof tree.meta.evaluate !== "function")
    throw new Error("this version of the CEL library cannot be metered");
  return tree;
}

function isNode(value: unknown): value is TreeNode {
  if (typeof value !== "object" || value === null) return false;
  return "op" in value && "setMeta" in value && typeof value.setMeta === "function" && "meta" in value;
}

/** Every node below and including `root`, each once, with the nodes that it is an operand of; a macro's expansion as well. */
export function nodesOf(root: TreeNode): ReadonlyMap<TreeNode, readonly TreeNode[]> {
  const found = new Map<TreeNode, TreeNode[]>([[root, []]]);
  const open: TreeNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const child of [...operands(node.args), ...operands(node.meta.alternate)]) {
      const parents = found.get(child);
      if (parents !== undefined) parents.push(node);
      else {
        found.set(child, [node]);
        open.push(child);
      }
    }
  }
  return found;
}

/** The nodes in an operand, which may be a list of nodes, or a record of them as a comprehension's is. */
function operands(value: unknown): TreeNode[] {
  if (isNode(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(operands);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  return "iterable" in value && "init" in value && "step" in value
    ? [value.iterable, value.init, value.step].flatMap(operands)
    : [];
}

/** Name and arguments of a call, with the receiver first where it has one; null for other nodes. */
export function callOf({ op, args }: TreeNode): { name: string; operands: readonly TreeNode[] } | null {
  if ((op !== "call" && op !== "rcall") || !Array.isArray(args)) return null;
  const [name, ...rest] = args as readonly unknown[];
  return { name: String(name), operands: rest.flatMap(operands) };
}
