import { StandardError } from "./StandardError.ts";

/** Raised by raw_input() and input() at the end of the input. */
export class EOFError extends StandardError {
  override readonly name: string = "EOFError";
}
