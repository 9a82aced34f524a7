/** `oct(x)` of an int: `'010'`, `'0'`; a long, from 2^63 on, ends in `L`. */
export function oct(x: number | bigint): string {
  const digits = (x < 0 ? -x : x).toString(8);
  const long = BigInt.asIntN(64, BigInt(x)) !== BigInt(x);
  return `${x < 0 ? "-" : ""}${digits === "0" ? "" : "0"}${digits}${long ? "L" : ""}`;
}
