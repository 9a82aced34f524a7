import { AttributeError } from "../exceptions/AttributeError.ts";

/** `del object.name`: an AttributeError with Python's text if the object, apart from its class, has no such attribute. */
export function deleteAttribute(object: object, name: string, message: string): void {
  if (!Object.hasOwn(object, name) || Reflect.get(object, name) === undefined) throw new AttributeError(message);
  Reflect.deleteProperty(object, name);
}
