import { nameOfType } from "../dynamic/nameOfType.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** The method as a function that takes its object first. */
export type Unbound<T, M> = M extends (...args: infer A) => infer R ? (object: T, ...args: A) => R : never;

/** `C.m` of a class: a function that takes the object first; a TypeError if that is of another class. */
export function unboundMethod<T extends object, K extends keyof T & string>(
  cls: abstract new (...args: never[]) => T,
  key: K,
  name: string = key,
): Unbound<T, T[K]> {
  const call = (object: T, ...args: readonly unknown[]): unknown => {
    if (object instanceof cls) return Reflect.apply(cls.prototype[key], object, args);
    const got = object === undefined ? "nothing" : `${nameOfType(object)} instance`;
    throw new PyTypeError(
      `unbound method ${name}() must be called with ${cls.name} instance as first argument (got ${got} instead)`,
    );
  };
  return call as Unbound<T, T[K]>;
}
