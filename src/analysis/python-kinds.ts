import { namedItems } from "../library/named-tuples.ts";
import { SLICE } from "./slices.ts";
import { isNewStyle } from "./special-methods.ts";
import type { Type } from "./types.ts";

/** The type of the value by Python's own name for it; null where a value of this kind may be of several types. */
export function pythonKind(type: Type): string | null {
  switch (type.k) {
    case "none":
      return "NoneType";
    case "bool":
    case "int":
    case "float":
    case "str":
    case "unicode":
    case "list":
      return type.k;
    case "tuple":
      return type.of ? "namedtuple" : "tuple";
    case "bytes":
      return "str";
    case "sequence":
      return "tuple";
    case "lib":
      // The results of urlparse. A struct_time is no tuple.
      return namedItems(type) !== null && type.name !== "time.struct_time" ? "namedtuple" : null;
    case "func":
      if (type.self) return "instancemethod";
      return type.fn.owner ? null : "function";
    case "instance":
      return isNewStyle(type.cls) ? null : "instance";
    default:
      return null;
  }
}

/** Whether a value of the type may be of this built-in type. */
export function mayBeOfKind(type: Type, kind: string): boolean {
  const own = pythonKind(type);
  if (own !== null) return own === kind;
  switch (type.k) {
    case "long":
      return kind === "int" || kind === "long";
    case "set":
      return kind === "set" || kind === "frozenset";
    case "dict":
      return kind === "dict" || kind === "defaultdict" || kind === "OrderedDict" || kind === "Counter";
    case "func":
    case "libfn":
    case "method":
      return kind === "function" || kind === "instancemethod";
    default:
      return false;
  }
}

/** The types whose values are instances of a built-in class, itself and those that derive from it; null for what is no such class. */
export function kindsOf(cls: Type): readonly string[] | null {
  if (cls.k !== "libclass" || !cls.name.startsWith("builtins.")) return null;
  if (cls.name === SLICE) return null;
  const name = cls.name.slice("builtins.".length);
  return derived[name] ?? [name];
}

const derived: Readonly<Record<string, readonly string[]>> = {
  basestring: ["str", "unicode"],
  int: ["int", "bool"],
  dict: ["dict", "defaultdict", "OrderedDict", "Counter"],
  tuple: ["tuple", "namedtuple"],
};
