import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";
import { encodeText } from "../../python/text/encodeText.ts";

/** `urllib.quote`: percent-encodes the bytes of a text, all but letters, digits, `_.-` and those of `safe`. A TypeError for null. */
export function quote(text: string | Uint8Array | null, safe = "/"): string {
  if (text === null) throw new PyTypeError("None object cannot be quoted");
  const bytes = typeof text === "string" ? encodeText(text) : text;
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.-]/.test(character) || safe.includes(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
