import { ArithmeticError } from "./ArithmeticError.ts";

/** Raised when a result is too large for its type. */
export class OverflowError extends ArithmeticError {
  override readonly name: string = "OverflowError";
}
