import { library } from "../library/index.ts";
import { type Clock, json, never, type Type, union, unknown } from "./types.ts";

/** What iterating one alternative yields; classes of the program are the caller's matter. */
export function sequenceElement(type: Type, clock: Clock): Type {
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
    case "unknown":
      return unknown;
    default:
      // Python raises TypeError: nothing comes of it.
      return never;
  }
}
