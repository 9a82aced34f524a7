import { Float } from "../numbers/Float.ts";
import { OverflowError } from "../exceptions/OverflowError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { byteLength } from "../text/byteLength.ts";
import { decodeText } from "../text/decodeText.ts";

/** `%c`: a text of one character (of a `str`: one byte), or the character of a number. */
export function formatCharacter(x: unknown, textType: "str" | "unicode"): string {
  if (typeof x === "string") {
    const length = textType === "str" ? byteLength(x) : [...x].length;
    if (length !== 1) throw new PyTypeError(`%c requires int or ${textType === "str" ? "char" : "unicode char"}`);
    return x;
  }
  if (x instanceof Float || (typeof x === "number" && !Number.isInteger(x))) {
    throw new PyTypeError("integer argument expected, got float");
  }
  if (typeof x !== "number" && typeof x !== "boolean") throw new PyTypeError("an integer is required");
  const code = Number(x);
  if (textType === "unicode") {
    if (code >= 0 && code < 0x110000) return String.fromCodePoint(code);
    throw new OverflowError("%c arg not in range(0x110000) (wide Python build)");
  }
  if (code < 0) throw new OverflowError("unsigned byte integer is less than minimum");
  if (code > 255) throw new OverflowError("unsigned byte integer is greater than maximum");
  return decodeText(Uint8Array.of(code));
}
