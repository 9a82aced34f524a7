import { OverflowError } from "../exceptions/OverflowError.ts";
import type { Integer } from "./Integer.ts";

/** An integer of any size as a float. */
export function longToFloat(x: Integer): number {
  const float = Number(x);
  if (!Number.isFinite(float)) throw new OverflowError("long int too large to convert to float");
  return float;
}
