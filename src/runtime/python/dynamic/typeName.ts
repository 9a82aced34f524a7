import { List } from "../containers/List.ts";
import { BaseException } from "../exceptions/BaseException.ts";
import { PySet } from "../containers/PySet.ts";
import { Float } from "../numbers/Float.ts";

/** The name of a value's Python type, as error messages give it. Text is `str` unless it is known to be `unicode`. */
export function typeName(x: unknown, textType: "str" | "unicode" = "str"): string {
  if (x === null) return "NoneType";
  if (typeof x === "string") return textType;
  if (typeof x === "boolean") return "bool";
  if (typeof x === "number") return Number.isSafeInteger(x) ? "int" : "float";
  if (typeof x === "bigint") return BigInt.asIntN(64, x) === x ? "int" : "long";
  if (typeof x === "function") return "function";
  if (Array.isArray(x)) return x instanceof List ? x.constructor.name : "list";
  if (x instanceof Uint8Array) return "str";
  if (x instanceof Float) return "float";
  if (x instanceof Map) return dictName(x.constructor);
  if (x instanceof Set) return x instanceof PySet && x.frozen ? "frozenset" : "set";
  if (x instanceof BaseException && !x.qualifiedName.includes(".")) return `exceptions.${x.qualifiedName}`;
  if (typeof x === "object") return x.constructor.name;
  throw new TypeError(`not a Python value: ${String(x)}`);
}

/** A class of the runtime has Python's name for it, one of the program its own. */
const dictName = (cls: { readonly name: string }): string =>
  Object.hasOwn(cls, "typeName")
    ? String((cls as { readonly typeName?: unknown }).typeName)
    : cls === Map
      ? "dict"
      : cls.name;
