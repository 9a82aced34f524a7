import { AttributeError } from "../exceptions/AttributeError.ts";

/**
 * An attribute that may not be set yet: an AttributeError where it is not. `owner` is as Python names it there, "Job instance" of an
 * old-style class, "'Job' object" of any other.
 */
export function present<T>(value: T | undefined, owner: string, attribute: string): T {
  if (value === undefined) throw new AttributeError(`${owner} has no attribute '${attribute}'`);
  return value;
}
