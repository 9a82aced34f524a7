import { NotImplemented } from "./NotImplemented.ts";
import { specialMethod } from "./specialMethod.ts";

/** What the method of an object gives, None where it just ends; `NotImplemented` where there is none. */
export function ask(x: unknown, name: string, other: unknown): unknown {
  const method = specialMethod(x, name);
  return method === null ? NotImplemented : (method(other) ?? null);
}

/**
 * What a comparison's method of the left object gives, `__lt__` say, or that of the right one which says the same, `__gt__`. An object
 * of a class that derives from the other's is asked first, unless these are classes without `object`.
 */
export function compared(a: unknown, b: unknown, own: string, reflected: string): unknown {
  if (isDerived(b, a)) {
    const first = ask(b, reflected, a);
    if (first !== NotImplemented) return first;
  }
  const result = ask(a, own, b);
  return result === NotImplemented ? ask(b, reflected, a) : result;
}

function isDerived(b: unknown, a: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return false;
  const base: unknown = a.constructor;
  if (typeof base !== "function" || b.constructor === base || "classic" in base) return false;
  return b instanceof base;
}
