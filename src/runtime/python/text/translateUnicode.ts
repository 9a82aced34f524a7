import { Dict } from "../containers/Dict.ts";
import { LookupError } from "../exceptions/LookupError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** `u.translate(table)`: each character as the table says of its code point, which may be another one, text, or None for nothing. */
export function translateUnicode(text: string, table: Dict<number, number | string | null>): string {
  let result = "";
  for (const character of text) {
    const found = entry(table, character.codePointAt(0) ?? 0);
    if (typeof found === "number") {
      if (found < 0 || found > 0x10ffff) throw new PyTypeError("character mapping must be in range(0x%lx)");
      result += String.fromCodePoint(found);
    } else result += found === undefined ? character : (found ?? "");
  }
  return result;
}

/** A dict that makes what it lacks is asked for it. */
function entry<V>(table: Dict<number, V>, key: number): V | undefined {
  if (table.has(key) || table.missing === Dict.prototype.missing) return table.get(key);
  try {
    return table.missing(key);
  } catch (error) {
    if (error instanceof LookupError) return undefined;
    throw error;
  }
}
