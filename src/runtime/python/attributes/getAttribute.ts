import { AttributeError } from "../exceptions/AttributeError.ts";
import { typeName } from "../dynamic/typeName.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { Exception } from "../exceptions/Exception.ts";
import { findAttribute } from "./findAttribute.ts";

/** `getattr(object, name)`, of an object of the program: an AttributeError where it has none of that name. */
export function getAttribute(object: object, name: string): unknown {
  const value = findAttribute(object, name);
  if (value !== undefined) return value;
  const asked = specialMethod(object, "__getattr__");
  if (!asked) throw lacking(object, name);
  return asked(name);
}

/** `getattr(object, name, otherwise)`. */
export function getAttributeOr(object: object, name: string, otherwise: unknown): unknown {
  try {
    return getAttribute(object, name);
  } catch (error) {
    if (error instanceof AttributeError) return otherwise;
    throw error;
  }
}

/** `hasattr(object, name)`. */
export function hasAttribute(object: object, name: string): boolean {
  try {
    getAttribute(object, name);
    return true;
  } catch (error) {
    // Whatever `__getattr__` raises says that there is none.
    if (error instanceof Exception) return false;
    throw error;
  }
}

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
