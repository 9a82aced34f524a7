import { bindMethod } from "./takes.ts";

/** A method as a value, bound to an object that is made for it: `make().run`. */
export function boundMethod<T extends object, K extends keyof T>(object: T, name: K): T[K] {
  const method = object[name];
  if (typeof method !== "function") throw new TypeError(`${String(name)} is no method`);
  return bindMethod(object, method as T[K] & ((...args: never[]) => unknown));
}
