import type { Type } from "../analysis/types.ts";
import { as, assign, declare, id, neverType, statement, anyType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isMark } from "./expression.ts";
import { classBodyTarget } from "./class-body.ts";
import { comesOfMark, isKnownType, isOpaque } from "./opaque.ts";
import { isEvident, tsType } from "./types.ts";
import { hasGrown } from "./given-by-library.ts";
import { insideLoop } from "./declarations.ts";
import { childExpressions } from "../program/child-expressions.ts";
import type { PySymbol } from "../program/scope.ts";
import { has } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";
import { needsAnnotation } from "./needs-annotation.ts";

/** `name = value`, with the variable's declaration where `node` is the statement that declares it. */
export function storeName(
  context: Context,
  target: py.Name,
  value: ts.Expression,
  type: Type,
  node: py.Span | null,
): ts.Statement[] {
  const symbol = context.module.bindings.symbols.get(target);
  if (!symbol) return [statement(value)];
  const attribute = classBodyTarget(context, symbol);
  if (typeof attribute === "string") return [statement(context.untranslated("U0109", attribute, target))];
  if (attribute !== null) return [statement(assign(attribute, value))];
  const name = context.symbolName(symbol);
  const isAny = comesOfMark(value) || (node !== null && isGivenOpaque(context, target, node));
  const { scope, declarations } = context.frame;
  if (symbol.scope !== scope || node === null || !declarations.declaredBy(symbol, node))
    return [statement(assign(id(name), neverStored(context, symbol, value, type, isAny)))];
  const declaration = declarations.of(symbol);
  const constant = declaration?.how === "inline" && declaration.constant;
  const annotation = firstAnnotation(context, { symbol, node, value, type, constant, isAny });
  return [declare(constant ? "const" : "let", annotation ? id(name, annotation) : id(name), value)];
}

/** A variable, where it is declared with its first value. */
interface First {
  readonly symbol: PySymbol;
  readonly node: py.Span & Partial<py.Assign>;
  readonly value: ts.Expression;
  readonly type: Type;
  readonly constant: boolean;
  /** The value is `any` to TypeScript. */
  readonly isAny: boolean;
}

/** The type that a declaration says; null where TypeScript finds it by itself. */
function firstAnnotation(context: Context, first: First): ts.TypeNode | null {
  const { symbol, node, value, constant } = first;
  const declared = context.declaredType(symbol);
  // What an untranslated place gives is `any` by itself; another first value says nothing of what comes later.
  const opaque = members(declared).some(
    (m) =>
      ["libclass", "libfn", "module"].includes(m.k) ||
      (m.k === "poison" && (constant ? !isText(value) : isMark(value))),
  );
  if (opaque)
    // `let subjects = null;` of what is a module later: TypeScript would take it for one in the functions that read it.
    return !constant && value.type === "Literal" && value.value === null ? anyType() : null;
  const isFound = showsType(context, first, declared) && !followsItself(context, symbol, node);
  return isFound ? null : tsType(context, declared);
}

/** The first value says of which type the variable is. */
function showsType(context: Context, { symbol, node, value, type, constant, isAny }: First, declared: Type): boolean {
  if (node.value !== undefined && !isTyped(value) && hasGrown(context, node.value, declared)) return false;
  if (isAny && isKnownType(declared)) return false;
  if (has(declared, "poison") && isText(value)) return false;
  if (constant)
    return !needsAnnotation(value, type) && !(value.type === "Literal" && context.comparedVariables.has(symbol));
  return (
    isEvident(declared, type) &&
    value.type !== "ThisExpression" &&
    !needsAnnotation(value, declared) &&
    !isMixedList(declared) &&
    !holdsUnknown(declared)
  );
}

/**
 * What TypeScript takes the variable for follows from another, which is of several kinds and is given a value made of this one in the same
 * loop:
 *   src = search; search = src + "x"
 */
function followsItself(context: Context, symbol: PySymbol, { value }: Partial<py.Assign>): boolean {
  if (!value) return false;
  const named = (e: py.Expression): readonly PySymbol[] => [
    ...(e.kind === "Name" ? [context.module.bindings.symbols.get(e) ?? symbol] : []),
    ...childExpressions(e).flatMap(named),
  ];
  return named(value).some(
    (other) =>
      other !== symbol &&
      members(context.declaredType(other)).length > 1 &&
      other.writes.some(({ place }) => {
        const by = place.block.body[place.index];
        return (
          insideLoop(place) && (by?.kind === "Assign" || by?.kind === "AugAssign") && named(by.value).includes(symbol)
        );
      }),
  );
}

/** `new Dict<string, number>()`, or what is made of such. */
const isTyped = (value: ts.Expression | ts.SpreadElement | undefined): boolean =>
  (value?.type === "CallExpression" || value?.type === "NewExpression") &&
  (value.typeArguments !== undefined || isTyped(value.arguments[0]));

/** `target = value` of a value that is `any` to TypeScript. */
function isGivenOpaque(context: Context, target: py.Name, node: py.Span): boolean {
  const { kind, targets, value } = node as Partial<py.Assign>;
  return kind === "Assign" && value !== undefined && targets?.includes(target) === true && isOpaque(context, value);
}

/** Texts put together: TypeScript knows what they are, though nobody knows the parts. */
const isText = (value: ts.Expression): boolean =>
  value.type === "TemplateLiteral" || (value.type === "BinaryExpression" && value.operator === "+");

/**
 * What comes of an untranslated place is never stored: TypeScript would take a variable that may hold several kinds of values for any of
 * them afterwards. Where the value's type is known all the same, it is told.
 */
export function neverStored(
  context: Context,
  symbol: PySymbol,
  value: ts.Expression,
  type: Type,
  isAny: boolean,
): ts.Expression {
  const declared = context.declaredType(symbol);
  const isOne = members(declared).length < 2 && !context.facts.mayBeUnset(symbol) && !symbol.deleted;
  if (isOne || has(declared, "poison", "unknown")) return value;
  if (type.k !== "poison" && !isAny) return value;
  return as(value, isKnownType(type) ? tsType(context, type) : neverType());
}

/** A variable that is assigned again may get other items: `rows = re.findall(…); rows = [row[0] for row in rows]`. */
const isMixedList = (type: Type): boolean => type.k === "list" && members(type.elem.type).length > 1;

/** A list that may get lists of anything later, or tuples. */
const holdsUnknown = (type: Type): boolean =>
  type.k === "list" &&
  members(type.elem.type).some((m) =>
    m.k === "tuple" ? m.items.some((item) => has(item, "unknown")) : "elem" in m && has(m.elem.type, "unknown"),
  );
