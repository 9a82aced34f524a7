import { AttributeError } from "../exceptions/AttributeError.ts";

/** Storing in a property that has no setter, or in a field of a named tuple. */
export function cannotSet(_object: object, _value: unknown): never {
  throw new AttributeError("can't set attribute");
}
