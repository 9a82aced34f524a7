import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";
import { isLong } from "./isLong.ts";
import type { Integer } from "./Integer.ts";

/** The error of a division by zero, which names the type that Python divides in. */
export function zeroDivision(a: Integer, b: Integer): ZeroDivisionError {
  return new ZeroDivisionError(`${isLong(a) || isLong(b) ? "long" : "integer"} division or modulo by zero`);
}
