import { StandardError } from "./StandardError.ts";

/** Base of the errors of arithmetic. */
export class ArithmeticError extends StandardError {
  override readonly name: string = "ArithmeticError";
}
