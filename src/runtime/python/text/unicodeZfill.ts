import { characterLength } from "./characterLength.ts";

/** `u.zfill(width)` of a `unicode`: zeros before it, after a sign. */
export function unicodeZfill(text: string, width: number): string {
  const zeros = "0".repeat(Math.max(width - characterLength(text), 0));
  return /^[+-]/.test(text) ? text.charAt(0) + zeros + text.slice(1) : zeros + text;
}
