import { ArithmeticError } from "./ArithmeticError.ts";

/** Never raised by a standard build; exists to be caught. */
export class FloatingPointError extends ArithmeticError {
  override readonly name: string = "FloatingPointError";
}
