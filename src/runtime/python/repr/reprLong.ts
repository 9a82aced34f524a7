/** `repr` of an int of any size: one that does not fit into 64 bits is a long and shows an `L`. */
export function reprLong(x: bigint): string {
  return BigInt.asIntN(64, x) === x ? String(x) : `${x}L`;
}
