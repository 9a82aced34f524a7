import { ArithmeticError } from "./ArithmeticError.ts";

/** Raised by `/`, `//`, `%` and divmod when the divisor is zero. */
export class ZeroDivisionError extends ArithmeticError {
  override readonly name: string = "ZeroDivisionError";
}
