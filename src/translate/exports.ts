import { annotation, assign, id, statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { PySymbol } from "../program/scope.ts";
import type { Context } from "./context.ts";
import { tsType } from "./types.ts";

/** Functions and classes are exported; variables where another file of the program uses them. */
export function exported(context: Context, body: readonly ts.Statement[]): ts.Statement[] {
  const wanted = new Set([...context.facts.takenFrom(context.module)].map((name) => context.names.variable(name)));
  return body.map((node) => {
    const isExported =
      node.type === "FunctionDeclaration" ||
      node.type === "ClassDeclaration" ||
      (node.type === "VariableDeclaration" && node.declarations.some((d) => names(d.id).some((n) => wanted.has(n))));
    if (!isExported) return node;
    const name = "id" in node ? node.id.name : "";
    if (name.startsWith("_") && !wanted.has(name)) return node;
    const made: ts.ExportNamedDeclaration = {
      type: "ExportNamedDeclaration",
      declaration: node,
      specifiers: [],
      source: null,
    };
    context.comments.move(node, made);
    if (node.loc) made.loc = node.loc;
    delete node.loc;
    return made;
  });
}

function names(pattern: ts.Pattern): readonly string[] {
  if (pattern.type === "Identifier") return [pattern.name];
  return pattern.type === "ArrayPattern" ? pattern.elements.flatMap((part) => (part ? names(part) : [])) : [];
}

/** `from .loader import load` in `__init__.py` gives the package a `load`, which others take from it: `export { load };`. */
export function exportedAgain(context: Context): ts.Statement[] {
  const symbols = [...context.facts.takenFrom(context.module)]
    .toSorted()
    .flatMap((name) => context.module.bindings.module.symbols.get(name) ?? []);
  const specifiers = symbols.flatMap((symbol): ts.ExportSpecifier[] => {
    const origin = context.importedName(symbol);
    if (!origin || context.facts.isEntity(symbol)) return [];
    const local = context.memberOf(origin, symbol.name);
    return [{ type: "ExportSpecifier", local, exported: id(context.names.variable(symbol.name)) }];
  });
  if (specifiers.length === 0) return [];
  return [{ type: "ExportNamedDeclaration", declaration: null, specifiers, source: null }];
}

/** `module.name = value` in another file is a call of `setName(value)`: what a file exports, only that file can assign. */
export function setters(context: Context): ts.Statement[] {
  const symbols = [...context.module.bindings.module.symbols.values()];
  return symbols
    .filter((symbol) => context.facts.setFromOutside.has(symbol) && isSettable(symbol))
    .map((symbol): ts.Statement => {
      const value = id(
        context.names.isUsed("value") ? `${symbol.name}Value` : "value",
        tsType(context, context.declaredType(symbol)),
      );
      const body = [statement(assign(id(context.symbolName(symbol)), id(value.name)))];
      return {
        type: "ExportNamedDeclaration",
        declaration: {
          type: "FunctionDeclaration",
          id: id(context.names.setter(symbol.name)),
          params: [value],
          body: { type: "BlockStatement", body },
          async: false,
          generator: false,
          returnType: annotation({ type: "TSVoidKeyword" }),
        },
        specifiers: [],
        source: null,
      };
    });
}

/** Variables can be assigned from outside; what is declared by `def` or `class` cannot. */
export const isSettable = (symbol: PySymbol): boolean =>
  symbol.writes.length > 0 && symbol.writes.every(({ node }) => !("body" in node));
