import { OverflowError } from "../exceptions/OverflowError.ts";
import { name2codepoint } from "./entityCodes.ts";

/** `HTMLParser().unescape(text)`: named and numbered characters become themselves; what names none stays. */
export function unescapeEntities(text: string): string {
  return text.replace(/&(#?[xX]?(?:[0-9a-fA-F]+|\w{1,8}));/g, (whole, name: string) => {
    if (!name.startsWith("#")) {
      const code = name === "apos" ? 39 : name2codepoint.get(name);
      return code === undefined ? whole : String.fromCodePoint(code);
    }
    const [, hexadecimal, decimal] = /^#(?:[xX]([0-9a-fA-F]+)|(\d+))$/.exec(name) ?? [];
    const code = hexadecimal === undefined ? Number(decimal ?? NaN) : Number.parseInt(hexadecimal, 16);
    if (code >= 2 ** 63) throw new OverflowError("Python int too large to convert to C long");
    if (code > 0x7fffffff) throw new OverflowError("signed integer is greater than maximum");
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
