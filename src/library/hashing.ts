import { asTuples } from "../analysis/built-in-part.ts";
import { int, long, type Type } from "../analysis/types.ts";
import { holds } from "../analysis/comparable.ts";
import type { Cell } from "../analysis/cells.ts";
import { call, string } from "../emit/build.ts";
import { type Emitted, fn } from "./entry.ts";
import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** Values that hash by what they are, texts of one kind only. `around`: the tuples it stands in, which may be held by themselves. */
function isHashedByValue(type: Type, around: readonly Cell[] = []): boolean {
  if (type.k === "never") return false;
  return members(asTuples(type)).every((m) => {
    if (m.k === "tuple") return m.items.every((item) => isHashedByValue(item, around));
    if (m.k !== "sequence") return ["int", "long", "float", "bool", "str", "unicode"].includes(m.k);
    return !around.includes(m.elem.root) && isHashedByValue(m.elem.type, [...around, m.elem.root]);
  });
}

export const hash = fn(
  "x",
  (c) => (only(c.type("x"), "int", "bool") ? int : long),
  (c): Emitted => {
    const type = c.type("x");
    if (!isHashedByValue(type)) return "hash() of what may hash by its address";
    const isUnicode = holds(type, "unicode");
    if (isUnicode && holds(type, "str")) return "hash() of str and unicode";
    return call(c.runtime("python", only(type, "int", "bool") ? "hashInteger" : "hashValue"), [
      c.ts("x"),
      ...(isUnicode ? [string("unicode")] : []),
    ]);
  },
);
