import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { byteLength } from "./byteLength.ts";

/** The one character that a text is filled with; `method` is for the message. */
export function fillCharacter(fill: string, method: string): string {
  if (byteLength(fill) !== 1) throw new PyTypeError(`${method}() argument 2 must be char, not str`);
  return fill;
}
