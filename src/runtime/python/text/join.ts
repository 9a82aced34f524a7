import { typeName } from "../dynamic/typeName.ts";
import { decodeAscii } from "./decodeAscii.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/**
 * `separator.join(items)`: a TypeError for an item that is no text. It says "string or Unicode" where the separator is unicode, or an item
 * before it, which those are that come from JSON. Between unicode items a `str` is decoded, once there are two (`PyUnicode_Join`).
 */
export function join(
  separator: string,
  items: Iterable<unknown>,
  textType: "str" | "unicode" | "unicode items" = "str",
): string {
  const texts = [...items];
  const odd = texts.findIndex((item) => typeof item !== "string");
  const between = textType === "unicode items" && odd !== 0 && texts.length > 1 ? decodeAscii(separator) : separator;
  if (odd >= 0) {
    const expected = textType === "unicode" || (textType !== "str" && odd > 0) ? "string or Unicode" : "string";
    throw new PyTypeError(`sequence item ${odd}: expected ${expected}, ${typeName(texts[odd])} found`);
  }
  return texts.join(between);
}
