import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { characterSlice } from "../text/characterSlice.ts";
import { decodeText } from "../text/decodeText.ts";
import { sliceOf } from "../text/sliceOf.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { cannot } from "./cannot.ts";

/** `x[start:stop:step]` of a text or list; a TypeError for anything else. Null is a bound that is left out. */
export function getSlice(
  x: unknown,
  start: number | null,
  stop: number | null = null,
  step: number | null = null,
  textType: "str" | "unicode" = "str",
): unknown {
  if (x instanceof Uint8Array) return getSlice(decodeText(x), start, stop, step);
  if (typeof x === "string") return (textType === "unicode" ? characterSlice : sliceOf)(x, start, stop, step);
  // A class that derives from a list may have its own way.
  if (specialMethod(x, step === null ? "__getslice__" : "__getitem__"))
    throw cannot(x, "slice", (type) => `'${type}' object has no attribute '__getitem__'`);
  if (Array.isArray(x)) return sliceOf(x as readonly unknown[], start, stop, step);
  if (x instanceof Map) throw new PyTypeError("unhashable type");
  throw cannot(x, "slice", (type) => `'${type}' object has no attribute '__getitem__'`);
}
