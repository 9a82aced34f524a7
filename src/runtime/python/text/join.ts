import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/**
 * `separator.join(items)`: a TypeError for an item that is no text. It says "string or Unicode" where the separator is unicode, or an item
 * before it, which those are that come from JSON.
 */
export function join(
  separator: string,
  items: Iterable<unknown>,
  textType: "str" | "unicode" | "unicode items" = "str",
): string {
  const texts = [...items];
  const odd = texts.findIndex((item) => typeof item !== "string");
  if (odd >= 0) {
    const expected = textType === "unicode" || (textType !== "str" && odd > 0) ? "string or Unicode" : "string";
    throw new PyTypeError(`sequence item ${odd}: expected ${expected}, ${typeName(texts[odd])} found`);
  }
  return texts.join(separator);
}
