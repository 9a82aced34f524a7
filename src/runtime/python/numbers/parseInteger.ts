import { exactInteger } from "./exactInteger.ts";
import { parseLong } from "./parseLong.ts";

/** `int(text, base)`: a ValueError for what is no number, a PrecisionError for one beyond 2^53. */
export function parseInteger(text: string, base = 10): number {
  // Almost every text is a few plain digits.
  return base === 10 && /^-?\d{1,15}$/.test(text) ? Number(text) + 0 : exactInteger(parseLong(text, base));
}
