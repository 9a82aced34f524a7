import type { Integer } from "./Integer.ts";
import { noteKind } from "./kindOfSize.ts";

/** `int(x)`: an int where one holds it. */
export function longToInteger(x: Integer): Integer {
  if (Number.isSafeInteger(Number(x))) return Number(x);
  if (typeof x === "bigint") noteKind(x, "int");
  return x;
}
