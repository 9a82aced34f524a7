import { call, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit } from "./entry.ts";

/** `list.extend(items)`: `push` of items that are written out, which are few. */
export const extended = (runtime: CallEmit["runtime"], list: ts.Expression, items: ts.Expression): ts.Expression =>
  items.type === "ArrayExpression"
    ? method(list, "push", items.elements)
    : call(runtime("python", "extendList"), [list, items]);
