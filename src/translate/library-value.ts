import type { Type } from "../analysis/types.ts";
import type * as ts from "../emit/tree.ts";
import type { Entry, NamedValueEmit } from "../library/entry.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";

/** What a value of the library is written as: of an object or class, or of a module (`receiver` is then `never`). */
export function emitValue(
  context: Context,
  entry: Entry & { kind: "value" },
  object: ts.Expression,
  receiver: Type,
  node: py.Expression,
): ts.Expression {
  const made = entry.emit(valueEmit(context, object, receiver, node));
  return typeof made === "string" ? context.untranslated("U0103", made, node) : made;
}

/** What the entry of a value is given to write it with. */
export const valueEmit = (
  context: Context,
  receiverTs: ts.Expression,
  receiver: Type,
  place: py.Expression | py.Alias,
): NamedValueEmit => ({
  receiver,
  receiverTs,
  runtime: (barrel, name) => context.runtime(barrel, name),
  nodeImport: (module, name) => context.nodeImport(module, name),
  showsFirst: () => context.showsFirst(place),
  assume: (code, message) => context.report(code as "A0116", message, place),
  hazard: (code, message) => context.report(code as "H0102", message, place),
});
