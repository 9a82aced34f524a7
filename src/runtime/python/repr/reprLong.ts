import { PrecisionError } from "../exceptions/PrecisionError.ts";
import { isLong } from "../integers/isLong.ts";
import { kindOfSize } from "../integers/kindOfSize.ts";

/** `repr` of an int of any size: one that does not fit into 64 bits is a long and shows an `L`, as does one that is small and no number. */
export function reprLong(x: bigint): string {
  if (kindOfSize(x) === "either") throw new PrecisionError(x);
  return isLong(x) ? `${x}L` : String(x);
}
