import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** A value that must be text here: a TypeError where it is not. */
export function requireText(x: unknown): string {
  if (typeof x === "string") return x;
  throw new PyTypeError("expected a string or other character buffer object");
}
