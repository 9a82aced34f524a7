import { AttributeError } from "../exceptions/AttributeError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { typeName } from "../dynamic/typeName.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { attributeKey } from "./attributeKey.ts";
import { isClassic, lacking } from "./getAttribute.ts";

/** `setattr(object, name, value)`, of an object of the program. */
export function setAttribute(object: object, name: unknown, value: unknown): null {
  const own = specialMethod(object, "__setattr__");
  if (own) own(name, value);
  else storeAttribute(object, name, value);
  return null;
}

/** `object.__setattr__(self, name, value)`: the class is not asked. */
export function storeAttribute(object: object, name: unknown, value: unknown): null {
  if (typeof name !== "string") throw new PyTypeError(`attribute name must be string, not '${typeName(name)}'`);
  if (/^__.*__$/.test(name)) throw new UntranslatedError("U0102", `.${name} of an object`);
  // A property without a setter.
  if (!Reflect.set(object, attributeKey(name), value)) throw new AttributeError("can't set attribute");
  return null;
}

/** `delattr(object, name)`. */
export function removeAttribute(object: object, name: string): null {
  const own = specialMethod(object, "__delattr__");
  if (own) own(name);
  else dropAttribute(object, name);
  return null;
}

/** `object.__delattr__(self, name)`: an AttributeError where the object itself, apart from its class, has none of that name. */
export function dropAttribute(object: object, name: string): null {
  const key = attributeKey(name);
  if (!Object.hasOwn(object, key) || Reflect.get(object, key) === undefined)
    throw isClassic(object) ? lacking(object, name) : new AttributeError(name);
  Reflect.deleteProperty(object, key);
  return null;
}
