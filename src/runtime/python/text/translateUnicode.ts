import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `u.translate(table)`: each character as the table says of its code point, which may be another one, text, or None for nothing. */
export function translateUnicode(
  text: string,
  table: { get(key: number): number | string | null | undefined },
): string {
  let result = "";
  for (const character of text) {
    const found = table.get(character.codePointAt(0) ?? 0);
    if (typeof found === "number") {
      if (found < 0 || found > 0x10ffff) throw new PyTypeError("character mapping must be in range(0x%lx)");
      result += String.fromCodePoint(found);
    } else result += found === undefined ? character : (found ?? "");
  }
  return result;
}
