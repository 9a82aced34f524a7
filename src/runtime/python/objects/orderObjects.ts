import { truthy } from "../dynamic/truthy.ts";
import { compared } from "./compared.ts";
import { NotImplemented } from "./NotImplemented.ts";
import { ownOrder } from "./ownOrder.ts";

/** `a < b` as their classes say it, by `__lt__` of the one or `__gt__` of the other; null where neither has one. */
function isLess(a: unknown, b: unknown): boolean | null {
  const less = compared(a, b, "__lt__", "__gt__");
  return less === NotImplemented ? null : truthy(less);
}

/** -1, 0 or 1 as the objects' classes order them; null where they say nothing of it. */
export function orderObjects(a: unknown, b: unknown): number | null {
  const less = isLess(a, b);
  if (less === true) return -1;
  const greater = isLess(b, a);
  if (less !== null || greater !== null) return greater === true ? 1 : 0;
  const order = ownOrder(a, b);
  if (order !== null) return order;
  const reflected = ownOrder(b, a);
  return reflected === null ? null : 0 - reflected;
}
