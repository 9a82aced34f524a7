import type { FunctionInfo } from "../analysis/entities.ts";
import { generatorsOf } from "../analysis/iterations.ts";
import { members } from "../analysis/join.ts";
import type { Type } from "../analysis/types.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";

/** One of the generators waits inside a `try` with a handler for the GeneratorExit that closing it raises there. */
export const mayCatchExit = (context: Context, type: Type): boolean =>
  members(type).some((m) => m.k === "iter" && generatorsOf(m, context.facts).some(catchesExit));

function catchesExit({ node }: FunctionInfo): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.kind === "Try" && inner.handlers.some(takesExit)) found ||= inner.body.body.some(hasYield);
  });
  return found;
}

/** `except:`, or one of the classes that GeneratorExit is of: `except Exception` does not see it. */
const takesExit = ({ type }: py.ExceptHandler): boolean =>
  type === null || namesOf(type).some((name) => exits.has(name));

const exits: ReadonlySet<string> = new Set(["GeneratorExit", "BaseException"]);

const namesOf = (type: py.Expression): readonly string[] =>
  type.kind === "Tuple"
    ? type.elts.flatMap(namesOf)
    : [type.kind === "Name" ? type.id : type.kind === "Attribute" ? type.attr : ""];

function hasYield(statement: py.Statement): boolean {
  let found = false;
  walk(statement, (inner) => {
    found ||= inner.kind === "Yield";
  });
  return found;
}
