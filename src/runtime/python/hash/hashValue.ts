import { shrink } from "../dynamic/shrink.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { hashKey } from "./hashKey.ts";

/** `hash(x)` of a value that hashes by what it is: 64 bits, as an integer with a sign. */
export function hashValue(x: unknown, textType: "str" | "unicode" = "str"): number | bigint {
  const found = hashKey(x, textType);
  if (found === null) throw new UntranslatedError("U0104", "hash() of what hashes by its address");
  return shrink(BigInt.asIntN(64, (BigInt(found.high) << 32n) | BigInt(found.low)));
}
