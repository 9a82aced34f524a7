import { encodeText } from "../../python/text/encodeText.ts";

/** `urllib.quote`: percent-encodes the bytes of a text, all but letters, digits, `_.-` and those of `safe`. */
export function quote(text: string | Uint8Array, safe = "/"): string {
  const bytes = typeof text === "string" ? encodeText(text) : text;
  return Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w.-]/.test(character) || safe.includes(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
