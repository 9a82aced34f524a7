import { truthy } from "../dynamic/truthy.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { specialMethod } from "./specialMethod.ts";

/** `a < b` of objects: the method of the left one, `__lt__` say, else the right one's that says the same, `__gt__`. */
export function ordered(a: unknown, b: unknown, own: string, reflected: string): boolean {
  const method = specialMethod(a, own);
  if (method !== null) return truthy(method(b));
  const other = specialMethod(b, reflected);
  if (other === null) throw new PyTypeError(`neither operand has ${own} or ${reflected}`);
  return truthy(other(a));
}
