import type { Integer } from "./Integer.ts";

/** `int(x)`: an int where one holds it. */
export function longToInteger(x: Integer): Integer {
  return Number.isSafeInteger(Number(x)) ? Number(x) : x;
}
