import { byteLength } from "../text/byteLength.ts";
import { characterLength } from "../text/characterLength.ts";
import { cannot } from "./cannot.ts";

/** `len(x)`: the characters of a text, the bytes of a `str`, a list's items, a dict's or set's size. */
export function length(x: unknown, textType: "str" | "unicode" = "unicode"): number {
  if (typeof x === "string") return textType === "str" ? byteLength(x) : characterLength(x);
  if (typeof x === "object" && x !== null && "__len__" in x && typeof x.__len__ === "function") return x.__len__();
  if (Array.isArray(x) || x instanceof Uint8Array) return x.length;
  if (x instanceof Map || x instanceof Set) return x.size;
  throw cannot(x, "len()", (type) => `object of type '${type}' has no len()`);
}
