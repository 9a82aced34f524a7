import { byteLength } from "./byteLength.ts";

/** `s.zfill(width)` of a `str`: zeros before it, after a sign. */
export function zfill(text: string, width: number): string {
  const zeros = "0".repeat(Math.max(width - byteLength(text), 0));
  return /^[+-]/.test(text) ? text.charAt(0) + zeros + text.slice(1) : zeros + text;
}
