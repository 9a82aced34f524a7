import type { Type } from "../analysis/types.ts";
import { has, only } from "../analysis/kinds.ts";
import { call, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";

/** A value that is counted with. True and False are 1 and 0 to Python: `["no", "yes"][found]` → `itemAt(["no", "yes"], Number(found))`. */
export const counted = (value: ts.Expression, type: Type): ts.Expression =>
  has(type, "bool") && only(type, "bool", "int", "float") ? call(id("Number"), [value]) : value;
