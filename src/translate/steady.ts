import { type Type } from "../analysis/types.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { children, walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { isQuiet } from "./quiet.ts";
import { runsProgram } from "./softspace.ts";
import { targetSymbols } from "./target-pattern.ts";
import { members } from "../analysis/join.ts";

/** What happens in between: variables that list comprehensions set, and whether code of the program runs. */
interface Between {
  readonly left: ReadonlySet<PySymbol>;
  readonly runs: boolean;
}

/**
 * The value is the same before and after code of the program has run in between: nothing that it is read from is set by a function or
 * method, or is one of those `left` by list comprehensions there, and it looks into nothing that may change. An object is the same
 * whatever happens to what it holds.
 */
function isSteady(context: Context, e: py.Expression, { left, runs }: Between): boolean {
  const isStill = (part: py.Expression): boolean => isSteady(context, part, { left, runs });
  switch (e.kind) {
    case "Lambda":
      return true;
    case "Name":
      return isSteadyName(context, e, { left, runs });
    case "Attribute":
      return !(runs && context.facts.setLater.has(e.attr)) && isStill(e.value);
    case "Tuple":
    case "List":
      return e.elts.every(isStill);
    default: {
      let steady = true;
      walk(e, (node) => {
        if (node === e) return;
        const part = node as py.Expression;
        if (isReference(part)) steady &&= isStill(part) && !isChangeable(context.typeOf(part));
        return !isReference(part);
      });
      return steady;
    }
  }
}

/**
 * Which of the parts of an expression it shows of when they are made: those that do something, and beside such a part those that read
 * what it may change.
 */
export function loudness(context: Context, parts: readonly py.Expression[]): readonly boolean[] {
  const quiet = parts.map((part) => isQuiet(context, part));
  const others = parts.filter((_, i) => !quiet[i]);
  const left = new Set(others.flatMap((part) => leftBehind(context, part)));
  const between = { left, runs: others.some((part) => runsCode(context, part)) };
  return parts.map((part, i) => !quiet[i] || (others.length > 0 && !isSteady(context, part, between)));
}

/** The target of `target op= value` is, once the value is made, what it was before: storing it again shows nothing. */
export function staysWhile(context: Context, target: py.Expression, value: py.Expression): boolean {
  if (isQuiet(context, value)) return true;
  const runs = runsCode(context, value);
  return target.kind === "Subscript"
    ? !runs
    : isSteady(context, target, { left: new Set(leftBehind(context, value)), runs });
}

/** Code of the program may run: a function of it, one that the library is given, or whoever takes what is yielded. */
function runsCode(context: Context, e: py.Expression): boolean {
  if (runsProgram(e, context.facts)) return true;
  let runs = false;
  walk(e, (node) => {
    if (node.kind === "Yield") runs = true;
    if (node.kind === "Call")
      runs ||= children(node).some((part) =>
        members(context.typeOf(part as py.Expression)).some((m) => m.k === "func"),
      );
  });
  return runs;
}

/** The variables around that list comprehensions in the expression set. */
function leftBehind(context: Context, e: py.Expression): PySymbol[] {
  const found: PySymbol[] = [];
  walk(e, (node) => {
    if (node.kind !== "ListComp") return;
    const symbols = node.generators.flatMap(({ target }) => targetSymbols(context, target));
    found.push(...symbols.filter((symbol) => !symbol.scope.isComprehension));
  });
  return found;
}

const isReference = (node: py.Node): node is py.Name | py.Attribute =>
  node.kind === "Name" || node.kind === "Attribute";

function isSteadyName(context: Context, name: py.Name, { left, runs }: Between): boolean {
  const symbol = context.module.bindings.symbols.get(name);
  return (
    !symbol || !(left.has(symbol) || (runs && (symbol.writtenElsewhere || context.facts.setFromOutside.has(symbol))))
  );
}

const FIXED: ReadonlySet<Type["k"]> = new Set(
  "int long float bool none str unicode libfn libclass".split(" ") as Type["k"][],
);

/** What it holds may be another thing later. */
export const isChangeable = (type: Type): boolean => members(type).some((m) => !FIXED.has(m.k));
