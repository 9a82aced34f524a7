import { truthy } from "../dynamic/truthy.ts";
import { specialMethod } from "./specialMethod.ts";

/** What `__eq__`, else `__cmp__`, of either says of `a == b`; null where neither has one. */
export function equalObjects(a: unknown, b: unknown): boolean | null {
  const equal = specialMethod(a, "__eq__")?.(b) ?? specialMethod(b, "__eq__")?.(a);
  if (equal !== undefined) return truthy(equal);
  const order = specialMethod(a, "__cmp__")?.(b) ?? specialMethod(b, "__cmp__")?.(a);
  return order === undefined ? null : order === 0;
}
