import { truthy } from "../dynamic/truthy.ts";
import { compared } from "./compared.ts";
import { NotImplemented } from "./NotImplemented.ts";
import { ownOrder } from "./ownOrder.ts";

/** What `__eq__`, else `__cmp__`, of either says of `a == b`; null where neither has one. */
export function equalObjects(a: unknown, b: unknown): boolean | null {
  const equal = compared(a, b, "__eq__", "__eq__");
  if (equal !== NotImplemented) return truthy(equal);
  const order = ownOrder(a, b) ?? ownOrder(b, a);
  return order === null ? null : order === 0;
}
