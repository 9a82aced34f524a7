import type { FunctionInfo } from "../analysis/entities.ts";
import { generatorsOf } from "../analysis/iterations.ts";
import { members } from "../analysis/join.ts";
import { classAlternatives, surelyIs } from "../analysis/narrow.ts";
import type { Type } from "../analysis/types.ts";
import { library } from "../library/index.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";

/** One of the generators waits inside a `try` with a handler for the GeneratorExit that closing it raises there. */
export const mayCatchExit = (context: Context, type: Type): boolean =>
  members(type).some((m) => m.k === "iter" && generatorsOf(m, context.facts).some((fn) => catchesExit(context, fn)));

function catchesExit(context: Context, { node }: FunctionInfo): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.kind === "Try" && inner.handlers.some((handler) => takesExit(context, handler)))
      found ||= inner.body.body.some(hasYield);
  });
  return found;
}

/** `except:`, or one of the classes that GeneratorExit is of; `except Exception` does not see it. What is not known may be one. */
const takesExit = (context: Context, { type }: py.ExceptHandler): boolean =>
  type === null ||
  (classAlternatives(context.typeOf(type))?.some((cls) => surelyIs(library.instance(EXIT), cls)) ?? true);

const EXIT = "exceptions.GeneratorExit";

function hasYield(statement: py.Statement): boolean {
  let found = false;
  walk(statement, (inner) => {
    found ||= inner.kind === "Yield";
  });
  return found;
}
