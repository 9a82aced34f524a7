import type * as ts from "./tree.ts";

/**
 * Whether a tree, or one of a list of trees, has a node of the type anywhere: in the functions within it as well, so that an `await` of
 * theirs counts as one of the tree's.
 */
export function hasNode(tree: object, type: ts.TsNode["type"]): boolean {
  if ("type" in tree && tree.type === type) return true;
  return Object.entries(tree).some(
    ([key, part]: [string, unknown]) =>
      key !== "loc" && typeof part === "object" && part !== null && hasNode(part, type),
  );
}

/** Whether an `await` stands in a tree. */
export const awaits = (tree: object): boolean => hasNode(tree, "AwaitExpression");
