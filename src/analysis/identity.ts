import type * as py from "../python/ast.ts";
import { targetNames, targetsOf } from "../python/targets.ts";
import { returnedValues, suites } from "../python/statement-parts.ts";
import type { FunctionInfo } from "./entities.ts";

/** The function gives back what it is given first, whatever it does with it: a decorator that registers, say. */
export function givesBackFirst({ node, isGenerator, async, returnsNothing }: FunctionInfo, isBound = false): boolean {
  const first = node.params.positional.at(isBound ? 1 : 0);
  if (node.kind !== "FunctionDef" || isGenerator || async || returnsNothing || first?.target.kind !== "Name")
    return false;
  const { id } = first.target;
  return (
    isNeverStored(node.body, id) &&
    returnedValues(node.body).every((value) => value?.kind === "Name" && value.id === id)
  );
}

const isNeverStored = (block: py.Block, name: string): boolean =>
  block.body.every(
    (s) =>
      !targetsOf(s).flatMap(targetNames).includes(name) &&
      ((s.kind !== "FunctionDef" && s.kind !== "ClassDef") || s.name !== name) &&
      (s.kind === "ClassDef" || suites(s).every((suite) => isNeverStored(suite, name))),
  );
