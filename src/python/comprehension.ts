import type * as py from "./ast.ts";

/** What has `for` clauses and a scope of its own; a generator expression is one too. */
export type ComprehensionNode = py.ListComp | py.SetComp | py.DictComp | py.GeneratorExp;

export const isComprehension = (node: py.Node): node is ComprehensionNode =>
  node.kind === "ListComp" || node.kind === "SetComp" || node.kind === "DictComp" || node.kind === "GeneratorExp";
