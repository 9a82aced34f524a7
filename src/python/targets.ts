import type * as py from "./ast.ts";

/** The targets in which a statement itself, or a list comprehension, stores, and those that it deletes. */
export function targetsOf(node: py.Node): readonly py.Expression[] {
  switch (node.kind) {
    case "Assign":
    case "Delete":
      return node.targets;
    case "AugAssign":
    case "For":
      return [node.target];
    case "With":
      return node.items.flatMap(({ target }) => target ?? []);
    case "Try":
      return node.handlers.flatMap(({ target }) => target ?? []);
    case "ListComp":
      return node.generators.map(({ target }) => target);
    default:
      return [];
  }
}

/** What a target stores in, in order: `a`, `b.c` and `d[0]` of `a, (b.c, d[0])`. Depth does not matter. */
export function targetParts(target: py.Expression): readonly py.Expression[] {
  const parts: py.Expression[] = [];
  const waiting = [target];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (each.kind === "Tuple" || each.kind === "List") waiting.push(...each.elts.toReversed());
    else parts.push(each);
  }
  return parts;
}

/** The names that a target binds, in order. */
export const targetNames = (target: py.Expression): readonly string[] =>
  targetParts(target).flatMap((part) => (part.kind === "Name" ? [part.id] : []));
