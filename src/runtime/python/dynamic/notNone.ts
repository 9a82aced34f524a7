import { noAttribute } from "./noAttribute.ts";

/** The value, of which an attribute is about to be used; the AttributeError that Python raises if it is None. */
export function notNone<T>(x: T, attribute: string): Exclude<T, null> {
  if (x === null) throw noAttribute(x, attribute);
  return x as Exclude<T, null>;
}
