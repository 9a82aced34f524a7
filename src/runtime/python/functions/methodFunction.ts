import type { Unbound } from "./unboundMethod.ts";

/** A method named in the class body: the function as it is, which takes its object first, whatever that is. */
export function methodFunction<T extends object, K extends keyof T & string>(
  cls: abstract new (...args: never[]) => T,
  key: K,
): Unbound<T, T[K]> {
  const method = cls.prototype[key];
  const call = (object: T, ...args: readonly unknown[]): unknown => Reflect.apply(method, object, args);
  return call as Unbound<T, T[K]>;
}
