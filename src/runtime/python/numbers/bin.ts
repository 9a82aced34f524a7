/** `bin(x)` of an int: `'0b101'`, `'-0b101'`. */
export function bin(x: number | bigint): string {
  return `${x < 0 ? "-" : ""}0b${(x < 0 ? -x : x).toString(2)}`;
}
