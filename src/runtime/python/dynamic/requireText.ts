import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "./typeName.ts";

/** A value that must be text here: a TypeError where it is not. */
export function requireText(x: unknown): string {
  if (typeof x === "string") return x;
  throw new PyTypeError(`expected a character buffer object, not ${typeName(x)}`);
}
