import { library } from "../library/index.ts";
import { givenFor } from "./keyed-results.ts";
import { type FuncType, int, json, never, type Type, unknown } from "./types.ts";
import { partly } from "./built-in-part.ts";
import { type Clock } from "./cells.ts";
import { members, union } from "./join.ts";

/** What iterating one alternative yields. */
export function sequenceElement(given: Type, clock: Clock): Type {
  const type = partly(given, "__iter__");
  switch (type.k) {
    case "list":
    case "set":
    case "iter":
    case "sequence":
      return type.elem.type;
    case "dict":
      return type.key.type;
    case "tuple":
      return union(type.items);
    case "str":
    case "unicode":
    case "json":
    case "poison":
      return type.k === "json" ? json : type;
    case "lib":
      return library.iterated(type, clock) ?? unknown;
    case "instance":
      return elementOfInstance(type, clock);
    case "unknown":
      return unknown;
    default:
      // Python raises TypeError: nothing comes of it.
      return never;
  }
}

/** What an object gives by its class: through `__iter__` and perhaps a `next`, or through `__getitem__`. */
function elementOfInstance(type: Type & { k: "instance" }, clock: Clock): Type {
  const iter = type.cls.findMethod("__iter__");
  if (!iter) {
    const item = type.cls.findMethod("__getitem__");
    if (item?.method.fn.byKey && item.method.wraps === null) return givenFor(item.method.fn, int);
    return item ? resultOf(item.method) : never;
  }
  return union(
    members(resultOf(iter.method)).map((m) => {
      if (m.k !== "instance") return sequenceElement(m, clock);
      const next = m.cls.findMethod("next");
      return next ? resultOf(next.method) : never;
    }),
  );
}

const resultOf = ({ fn }: FuncType): Type => (fn.isGenerator ? { k: "iter", elem: fn.yields } : fn.returns.type);
