import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { characterLength } from "./characterLength.ts";

/** The one character that a `unicode` is filled with. */
export function characterFill(fill: string): string {
  if (characterLength(fill) !== 1) throw new PyTypeError("The fill character must be exactly one character long");
  return fill;
}
