import { isPoison, members } from "../analysis/join.ts";
import { has, isText, only } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";
import { anyType, as, neverType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { FunctionInfo } from "../analysis/entities.ts";
import type * as py from "../python/ast.ts";
import type { PySymbol } from "../program/scope.ts";
import type { Context } from "./context.ts";
import { isAssignedBelow } from "./lost-narrowing.ts";
import { MATCH } from "../library/re-pattern.ts";
import { tsType } from "./types.ts";

/**
 * A variable, said to be of the type that it has here where TypeScript does not know it from what is assigned:
 *   page = re.sub("a", "b", page); page.upper()  →  page = …; (page as string).toUpperCase()     where page may hold anything
 *   data = urllib.urlencode(data)  →  data = urlencode(data as Dict<string, string>)             where data is a parameter
 */
export function told(context: Context, symbol: PySymbol, read: py.Name, local: ts.Identifier): ts.Expression {
  const type = context.typeOf(read);
  const declared = context.declaredType(symbol);
  if (type.k === "poison" && !has(declared, "poison", "unknown")) return as(local, anyType());
  // Nothing is ever in it where it is read: what gives it a value has raised.
  if (type.k === "never" && declared.k === "never" && !symbol.scope.isComprehension) return as(local, neverType());
  if (type.k === "never" || has(type, "unknown", "poison", "unset", "never")) return local;
  // What is caught is of no type to TypeScript once it has been given another value.
  const isCaught =
    context.frame.aliases.has(symbol) &&
    symbol.writes.some(({ place, node }) => place.block.body[place.index]?.kind === "Assign" && node.end <= read.start);
  if (
    isCaught
      ? false
      : has(declared, "unknown")
        ? false
        : !isPassed(context, symbol, declared, read) && !isHidden(declared, type)
  ) {
    noteNarrowed(context, symbol, declared, read, local);
    return local;
  }
  const known = tsType(context, type);
  return known.type === "TSUnknownKeyword" || known.type === "TSNullKeyword" ? local : as(local, known);
}

/** A test around says what the variable holds: see `assertNarrowed`. */
function noteNarrowed(context: Context, symbol: PySymbol, declared: Type, read: py.Name, local: ts.Identifier): void {
  const type = context.typeOf(read);
  if (has(declared, "unknown", "poison") || only(type, "none")) return;
  if (members(declared).every((m) => holds(type, m)) || !isAssignedBelow(context, symbol, read)) return;
  context.narrowed.set(local, tsType(context, type));
}

/** The parameter as it was passed, where it is assigned a value of another type further down: to TypeScript it is either, up to there. */
function isPassed(context: Context, symbol: PySymbol, declared: Type, read: py.Name): boolean {
  const { fn } = context.frame;
  const passed = fn?.params.get(symbol)?.type;
  if (!fn || !symbol.isParameter || !passed || isPoison(passed) || has(passed, "unknown")) return false;
  const assigned = members(declared).filter((m) => !holds(passed, m));
  if (assigned.length === 0 || assigned.some((m) => holds(context.typeOf(read), m))) return false;
  return !assignsBefore(fn, symbol, read);
}

/** A statement of the function's own block assigns the variable before the read: TypeScript goes by what it is assigned. */
const assignsBefore = ({ node }: FunctionInfo, symbol: PySymbol, read: py.Name): boolean =>
  node.kind === "FunctionDef" &&
  node.body.body.some(
    (statement) =>
      statement.kind === "Assign" &&
      statement.end <= read.start &&
      statement.targets.some((target) => target.kind === "Name" && target.id === symbol.name),
  );

/** Of a dict and a value from JSON TypeScript takes the one for the other. */
function isHidden(declared: Type, type: Type): boolean {
  if (has(declared, "json") && has(declared, "dict", "list") && has(type, "json") && !has(type, "dict", "list"))
    return true;
  // And a list for something to go over, a match for a list, a dict of the program's own for any.
  if (has(declared, "iter") && has(declared, "list") && only(type, "list")) return true;
  const isMatch = (m: Type): boolean => m.k === "none" || (m.k === "lib" && m.name === MATCH);
  if (has(declared, "list") && has(type, "lib") && members(type).every(isMatch)) return true;
  return has(declared, "dict") && members(type).every((m) => m.k === "instance" && m.cls.part?.k === "dict");
}

/** The variable itself, for a test of null: TypeScript learns from one of `data as Params | null` nothing of `data`. */
export const untold = (value: ts.Expression): ts.Expression =>
  value.type === "TSAsExpression" && value.expression.type === "Identifier" ? value.expression : value;

const holds = (type: Type, wanted: Type): boolean =>
  members(type).some((m) => m.k === wanted.k || (isText(m) && isText(wanted)));
