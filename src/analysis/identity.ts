import type * as py from "../python/ast.ts";
import { suites } from "../python/statement-parts.ts";
import type { FunctionInfo } from "./entities.ts";

/** The function gives back what it is given first, whatever it does with it: a decorator that registers, say. */
export function givesBackFirst({ node, isGenerator, async, returnsNothing }: FunctionInfo): boolean {
  const first = node.params.positional.at(0);
  if (node.kind !== "FunctionDef" || isGenerator || async || returnsNothing || first?.target.kind !== "Name")
    return false;
  const { id } = first.target;
  return (
    isNeverStored(node.body, id) && returned(node.body).every((value) => value?.kind === "Name" && value.id === id)
  );
}

const returned = (block: py.Block): readonly (py.Expression | null)[] =>
  block.body.flatMap((s) => [
    ...(s.kind === "Return" ? [s.value] : []),
    ...(s.kind === "ClassDef" ? [] : suites(s).flatMap(returned)),
  ]);

const isNeverStored = (block: py.Block, name: string): boolean =>
  block.body.every(
    (s) =>
      !targets(s).some((t) => t.kind === "Name" && t.id === name) &&
      ((s.kind !== "FunctionDef" && s.kind !== "ClassDef") || s.name !== name) &&
      (s.kind === "ClassDef" || suites(s).every((suite) => isNeverStored(suite, name))),
  );

function targets(node: py.Statement): readonly py.Expression[] {
  switch (node.kind) {
    case "Assign":
    case "Delete":
      return node.targets.flatMap(parts);
    case "AugAssign":
    case "For":
      return parts(node.target);
    case "With":
      return node.items.flatMap(({ target }) => (target ? parts(target) : []));
    case "Try":
      return node.handlers.flatMap(({ target }) => (target ? parts(target) : []));
    default:
      return [];
  }
}

const parts = (node: py.Expression): readonly py.Expression[] =>
  node.kind === "Tuple" || node.kind === "List" ? node.elts.flatMap(parts) : [node];
