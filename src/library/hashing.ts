import { int, long, type Type } from "../analysis/types.ts";
import { holds } from "../analysis/comparable.ts";
import { call, string } from "../emit/build.ts";
import { type Emitted, fn } from "./entry.ts";
import { only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** Values that hash by what they are, texts of one kind only. */
const isHashedByValue = (type: Type): boolean =>
  type.k !== "never" &&
  members(type).every((m) =>
    m.k === "tuple"
      ? m.items.every(isHashedByValue)
      : m.k === "sequence"
        ? isHashedByValue(m.elem.type)
        : ["int", "long", "float", "bool", "str", "unicode"].includes(m.k),
  );

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
