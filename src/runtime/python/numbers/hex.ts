import { isLong } from "../integers/isLong.ts";

/** `hex(x)` of an int: `'0xff'`, `'-0xff'`; a long ends in `L`. */
export function hex(x: number | bigint): string {
  return `${x < 0 ? "-" : ""}0x${(x < 0 ? -x : x).toString(16)}${isLong(x) ? "L" : ""}`;
}
