import type { Json } from "../json/Json.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** A value that must be a sequence here, a text being one of its characters: a TypeError where it is none. */
export function requireSequence(x: Json): readonly Json[] {
  if (Array.isArray(x)) return x;
  if (typeof x === "string") return [...x];
  throw new PyTypeError("argument to reversed() must be a sequence");
}
