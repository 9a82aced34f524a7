import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `separator.join(items)`: a TypeError for an item that is no text. */
export function join(separator: string, items: Iterable<unknown>): string {
  const texts = [...items];
  const odd = texts.findIndex((item) => typeof item !== "string");
  if (odd >= 0) throw new PyTypeError(`sequence item ${odd}: expected string, ${typeName(texts[odd])} found`);
  return texts.join(separator);
}
