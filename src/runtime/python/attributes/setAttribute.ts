import { AttributeError } from "../exceptions/AttributeError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { attributeKey } from "./attributeKey.ts";
import { isClassic, lacking } from "./getAttribute.ts";

/** `setattr(object, name, value)`, of an object of the program. */
export function setAttribute(object: object, name: string, value: unknown): null {
  if (/^__.*__$/.test(name)) throw new UntranslatedError("U0102", `.${name} of an object`);
  // A property without a setter.
  if (!Reflect.set(object, attributeKey(name), value)) throw new AttributeError("can't set attribute");
  return null;
}

/** `delattr(object, name)`: an AttributeError where the object itself, apart from its class, has none of that name. */
export function removeAttribute(object: object, name: string): null {
  const key = attributeKey(name);
  if (!Object.hasOwn(object, key) || Reflect.get(object, key) === undefined)
    throw isClassic(object) ? lacking(object, name) : new AttributeError(name);
  Reflect.deleteProperty(object, key);
  return null;
}
