import { reprMethod } from "../repr/reprMethod.ts";

/** The type of `NotImplemented`. */
export class NotImplementedType {
  [reprMethod](): string {
    return "NotImplemented";
  }

  toString(): string {
    return this[reprMethod]();
  }
}

/** What a method such as `__eq__` or `__add__` gives where it does not know the other operand: that one is asked then. */
export const NotImplemented = new NotImplementedType();
