import { annotation, arrow, call, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isQuiet } from "./quiet.ts";
import { untold } from "./told.ts";
import { isSimple } from "./truth.ts";
import { tsType } from "./types.ts";

/**
 * What `make` writes with the value of an expression, which is made once: where it is read more than once, or not at all though it does
 * something, it is handed to a function.
 *   isinstance(f(x), (A, B))  →  ((value: A | B | C) => value instanceof A || value instanceof B)(f(x))
 */
export function withValue(
  context: Context,
  node: py.Expression,
  make: (value: ts.Expression) => ts.Expression,
): ts.Expression {
  const value = expression(context, node);
  // From a test of the variable itself TypeScript learns what it is from there on.
  if (isSimple(untold(value))) return make(untold(value));
  const name = id(context.temporary("value"));
  const made = make(name);
  const reads = countOf(made, name.name);
  if (reads === 1) return replaced(made, name.name, value) as ts.Expression;
  if (reads === 0 && isQuiet(context, node)) return made;
  return call(arrow([{ ...name, typeAnnotation: annotation(tsType(context, context.typeOf(node))) }], made), [value]);
}

const isNamed = (node: object, name: string): boolean =>
  "type" in node && node.type === "Identifier" && "name" in node && node.name === name;

function countOf(node: unknown, name: string): number {
  if (typeof node !== "object" || node === null) return 0;
  if (isNamed(node, name)) return 1;
  return Object.values(node).reduce<number>((sum, part) => sum + countOf(part, name), 0);
}

function replaced(node: unknown, name: string, by: ts.Expression): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((part) => replaced(part, name, by));
  if (isNamed(node, name)) return by;
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, replaced(part, name, by)]));
}
