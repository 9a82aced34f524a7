import { AttributeError } from "../exceptions/AttributeError.ts";
import { typeName } from "../dynamic/typeName.ts";
import { findAttribute } from "./findAttribute.ts";

/** `getattr(object, name)`, of an object of the program: an AttributeError where it has none of that name. */
export function getAttribute(object: object, name: string): unknown {
  const value = findAttribute(object, name);
  if (value === undefined) throw lacking(object, name);
  return value;
}

/** `getattr(object, name, otherwise)`. */
export function getAttributeOr(object: object, name: string, otherwise: unknown): unknown {
  const value = findAttribute(object, name);
  return value === undefined ? otherwise : value;
}

/** `hasattr(object, name)`. */
export const hasAttribute = (object: object, name: string): boolean => findAttribute(object, name) !== undefined;

/** Classes that do not derive from `object`: Python words its errors otherwise. */
const classic = new WeakSet<object>();

/** Says of a class, and so of those derived from it, that it does not derive from `object`. */
export function classicStyle(cls: object): void {
  classic.add(cls);
}

/** The error of asking an object for an attribute that it does not have. */
export function lacking(object: object, name: string): AttributeError {
  const owner = isClassic(object) ? `${typeName(object)} instance` : `'${typeName(object)}' object`;
  return new AttributeError(`${owner} has no attribute '${name}'`);
}

export function isClassic(object: object): boolean {
  for (let at: unknown = object.constructor; typeof at === "function"; at = Reflect.getPrototypeOf(at))
    if (classic.has(at)) return true;
  return false;
}
