import { anyType, as, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isPoison } from "../analysis/join.ts";

/**
 * What an import of an unknown module brings in is declared once, with the mark, as something that throws whatever is done with it:
 *   import mechanize; b = mechanize.Browser()  →  const mechanize = untranslatedLater(…); const b = mechanize.Browser();
 * Its uses are written as they stand in Python. As a bare value, which could be handed on or tested without being asked for anything,
 * it is a mark of its own.
 */
export function standsIn(context: Context, node: py.Expression): boolean {
  if (!isPoison(context.typeOf(node))) return false;
  if (node.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(node);
    return symbol !== undefined && isStandIn(context, symbol);
  }
  if (node.kind !== "Attribute") return false;
  const receiver = context.typeOf(node.value);
  const other = receiver.k === "module" && receiver.local ? context.program.byName.get(receiver.name) : undefined;
  const symbol = other?.bindings.module.symbols.get(node.attr);
  return symbol !== undefined && isStandIn(context, symbol);
}

/** The name is bound by such imports only, here or in the file of the program that it is imported from. */
function isStandIn(context: Context, symbol: PySymbol, passed: readonly PySymbol[] = []): boolean {
  const { facts } = context;
  if (facts.isMissing(symbol)) return true;
  if (symbol.writes.length === 0 || passed.includes(symbol)) return false;
  return symbol.writes.every(({ node }) => {
    const from = "asname" in node ? facts.imports.get(node) : undefined;
    const inner = "asname" in node ? from?.bindings.module.symbols.get(node.name) : undefined;
    return inner !== undefined && isStandIn(context, inner, [...passed, symbol]);
  });
}

/** A stand-in, or what is taken of one. */
export const isOfStandIn = (context: Context, node: py.Expression): boolean =>
  standsIn(context, node) || (node.kind === "Attribute" && isOfStandIn(context, node.value));

/** What an attribute, an item or a call is taken of: there a stand-in throws by itself. */
export function head(context: Context, node: py.Expression): ts.Expression {
  if (!standsIn(context, node)) {
    const made = expression(context, node);
    // What the runtime takes from a container is unknown to TypeScript, and a difference a number.
    const isFound = node.kind === "Subscript" && made.type === "CallExpression";
    const isDifference = made.type === "BinaryExpression" && made.operator === "-";
    return (isFound || isDifference) && isPoison(context.typeOf(node)) ? as(made, anyType()) : made;
  }
  context.follows(node);
  if (node.kind === "Name") {
    const symbol = context.module.bindings.symbols.get(node);
    if (symbol) return id(context.symbolName(symbol));
  }
  if (node.kind === "Attribute") {
    const receiver = context.typeOf(node.value);
    const other = receiver.k === "module" ? context.program.byName.get(receiver.name) : undefined;
    if (other) return context.imports.member(other, context.names.variable(node.attr));
  }
  return expression(context, node);
}
