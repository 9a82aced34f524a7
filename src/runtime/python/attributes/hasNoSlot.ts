import { lacking } from "./getAttribute.ts";

/** Storing in an object whose class has `__slots__`, and none of that name. */
export function hasNoSlot(object: object, name: string, _value: unknown): never {
  throw lacking(object, name);
}
