import { isLong } from "../integers/isLong.ts";

/** `oct(x)` of an int: `'010'`, `'0'`; a long ends in `L`. */
export function oct(x: number | bigint): string {
  const digits = (x < 0 ? -x : x).toString(8);
  return `${x < 0 ? "-" : ""}${digits === "0" ? "" : "0"}${digits}${isLong(x) ? "L" : ""}`;
}
