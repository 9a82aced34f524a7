import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { NotImplemented } from "./NotImplemented.ts";
import { specialMethod } from "./specialMethod.ts";

/** -1, 0 or 1 as `__cmp__` of `a` says it, which has to be a number; null where there is none, or it leaves it to the other operand. */
export function ownOrder(a: unknown, b: unknown): number | null {
  const order = specialMethod(a, "__cmp__")?.(b);
  if (order === undefined || order === NotImplemented) return null;
  if (order === null || typeof order === "string") throw new PyTypeError("an integer is required");
  return Math.sign(Math.trunc(Number(order)));
}
