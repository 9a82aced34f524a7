import { equals } from "../dynamic/equals.ts";
import { truthy } from "../dynamic/truthy.ts";
import { compared } from "./compared.ts";
import { NotImplemented } from "./NotImplemented.ts";
import { ownOrder } from "./ownOrder.ts";
import { specialMethod } from "./specialMethod.ts";

/** `a != b`: `__ne__` says it; a class with `__eq__` alone leaves it to identity, as Python 2 does. */
export function notEquals(a: unknown, b: unknown): boolean {
  const differ = compared(a, b, "__ne__", "__ne__");
  if (differ !== NotImplemented) return truthy(differ);
  const order = ownOrder(a, b) ?? ownOrder(b, a);
  if (order !== null) return order !== 0;
  const own = specialMethod(a, "__eq__") ?? specialMethod(b, "__eq__");
  return own === null ? !equals(a, b) : a !== b;
}
