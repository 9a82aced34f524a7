import { isLong } from "../integers/isLong.ts";

/** `repr` of an int of any size: one that does not fit into 64 bits is a long and shows an `L`, as does one that is small and no number. */
export function reprLong(x: bigint): string {
  return isLong(x) ? `${x}L` : String(x);
}
