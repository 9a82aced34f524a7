import { truthy } from "../dynamic/truthy.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { compared } from "./compared.ts";
import { NotImplemented } from "./NotImplemented.ts";

/** `a < b` of objects: the method of the left one, `__lt__` say, else the right one's that says the same, `__gt__`. */
export function ordered(a: unknown, b: unknown, own: string, reflected: string): boolean {
  const result = compared(a, b, own, reflected);
  // Python would go by where the objects are in memory.
  if (result === NotImplemented)
    throw new UntranslatedError(
      "U0104",
      `the order of objects of which neither ${own} nor ${reflected} knows the other`,
    );
  return truthy(result);
}
