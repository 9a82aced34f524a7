/** `hex(x)` of an int: `'0xff'`, `'-0xff'`; a long, from 2^63 on, ends in `L`. */
export function hex(x: number | bigint): string {
  return `${x < 0 ? "-" : ""}0x${(x < 0 ? -x : x).toString(16)}${BigInt.asIntN(64, BigInt(x)) === BigInt(x) ? "" : "L"}`;
}
