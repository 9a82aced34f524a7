import { encodeText } from "./encodeText.ts";

/** -1, 0 or 1 as one text is before, equal to or after the other: by bytes, which for valid text is by code points. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  // JavaScript compares UTF-16, which differs for what is written with surrogates.
  if (!/[\uD800-\uDFFF]/.test(a) && !/[\uD800-\uDFFF]/.test(b)) return a < b ? -1 : 1;
  const [left, right] = [encodeText(a), encodeText(b)];
  const at = left.findIndex((byte, index) => byte !== right[index]);
  if (at < 0) return left.length === right.length ? 0 : -1;
  return (left[at] ?? 0) < (right[at] ?? -1) ? -1 : 1;
}
