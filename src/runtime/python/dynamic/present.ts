import { AttributeError } from "../exceptions/AttributeError.ts";

/** An attribute that a method may not have set yet: an AttributeError where it has not, as Python's. */
export function present<T>(value: T | undefined, className: string, attribute: string): T {
  if (value === undefined) throw new AttributeError(`${className} instance has no attribute '${attribute}'`);
  return value;
}
