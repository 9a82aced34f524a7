import { storeAttribute } from "./store-attribute.ts";
import type { Type } from "../analysis/types.ts";
import { statement } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { storeItem } from "./subscript.ts";
import { storeName } from "./store-name.ts";
import { unpack } from "./unpack.ts";

/** Stores a translated value in a target; `node` is what declares the target's names where they are declared there. */
export function store(
  context: Context,
  target: py.Expression,
  value: ts.Expression,
  type: Type,
  node: py.Span | null,
): ts.Statement[] {
  switch (target.kind) {
    case "Name":
      return storeName(context, target, value, type, node);
    case "Tuple":
    case "List":
      return unpack(context, target, value, type, node);
    case "Attribute":
      return [statement(storeAttribute(context, target, value, type))];
    case "Subscript":
      return [statement(storeItem(context, target, value, type))];
    default:
      return [statement(context.untranslated("U0103", "this kind of target", target))];
  }
}
