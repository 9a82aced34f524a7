import { AttributeError } from "../exceptions/AttributeError.ts";
import { typeName } from "./typeName.ts";

/**
 * An attribute that may not be set yet, of an object whose class is known only now: an AttributeError, which names the class, where it is
 * not. `attribute` is Python's name for it; `isClassic` of a class that does not derive from `object`.
 */
export function attributeOf<O extends object, K extends keyof O & string>(
  object: O,
  key: K,
  attribute: string = key,
  isClassic: boolean = false,
): Exclude<O[K], undefined> {
  const value = object[key];
  if (value !== undefined) return value as Exclude<O[K], undefined>;
  const owner = isClassic ? `${typeName(object)} instance` : `'${typeName(object)}' object`;
  throw new AttributeError(`${owner} has no attribute '${attribute}'`);
}
