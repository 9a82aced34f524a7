import { byteLength } from "../text/byteLength.ts";
import { characterLength } from "../text/characterLength.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { cannot } from "./cannot.ts";

/** `len(x)`: the characters of a text, the bytes of a `str`, a list's items, a dict's or set's size. */
export function length(x: unknown, textType: "str" | "unicode" = "unicode"): number {
  if (typeof x === "string") return textType === "str" ? byteLength(x) : characterLength(x);
  if (typeof x === "object" && x !== null && "__len__" in x && typeof x.__len__ === "function") {
    return countOf(x.__len__());
  }
  if (Array.isArray(x) || x instanceof Uint8Array) return x.length;
  if (x instanceof Map || x instanceof Set) return x.size;
  throw cannot(x, "len()", (type) => `object of type '${type}' has no len()`);
}

/** What an object's `__len__` gives, which has to be an int that is 0 or more. */
function countOf(given: unknown): number {
  const count = typeof given === "bigint" || typeof given === "boolean" ? Number(given) : given;
  if (typeof count !== "number" || !Number.isSafeInteger(count))
    throw new UntranslatedError("U0103", "a __len__ that gives no int, or one beyond all lengths");
  if (count < 0) throw new ValueError("__len__() should return >= 0");
  return count;
}
