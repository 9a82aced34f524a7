import type { Place } from "../program/scope.ts";
import { type ComprehensionNode, isComprehension } from "../python/comprehension.ts";
import type * as py from "../python/ast.ts";
import { children } from "../python/walk.ts";
import type { Reading } from "./quiet.ts";

/**
 * The comprehensions around an expression in the statement at a place that are gone through where they stand, and in nothing that may run
 * later: no generator that is handed on, no lambda.
 */
export function comprehensionsAround(context: Reading, place: Place, node: py.Expression): ComprehensionNode[] {
  let around: ComprehensionNode[] = [];
  let at: py.Node | undefined = place.block.body[place.index];
  while (at && at !== node) {
    const next: py.Node | undefined = children(at).find((e) => e.start <= node.start && node.end <= e.end);
    if (at.kind === "Lambda" || (isComprehension(at) && isLate(context, at))) around = [];
    else if (isComprehension(at)) around.push(at);
    at = next;
  }
  return at ? around : [];
}

const isLate = (context: Reading, node: ComprehensionNode): boolean =>
  context.module.bindings.scopes.get(node)?.isLate === true;
