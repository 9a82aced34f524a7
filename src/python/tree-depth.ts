import type { Module, Node } from "./ast.ts";
import { children } from "./walk.ts";

/** How many nodes stand inside each other at the deepest place of a tree, and the offset where that is. Without recursion. */
export function treeDepth(tree: Module): { readonly depth: number; readonly offset: number } {
  let deepest = { depth: 0, offset: 0 };
  const nodes: Node[] = [tree];
  const depths: number[] = [0];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    // What follows in the same chain, `a and b and c`, is one node here and nested in TypeScript.
    const depth = depths.pop()! + (node.kind === "BoolOp" ? node.values.length - 1 : 1);
    if (depth > deepest.depth) deepest = { depth, offset: node.start };
    for (const child of children(node)) {
      nodes.push(child);
      depths.push(depth);
    }
  }
  return deepest;
}
