import { decodeText } from "./decodeText.ts";
import { isAscii } from "./isAscii.ts";

/** The text of which `toByteString` gives these bytes. */
export function fromByteString(bytes: string): string {
  return isAscii(bytes) ? bytes : decodeText(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}
