import { StandardError } from "./StandardError.ts";

/** Raised by an `assert` that fails. */
export class AssertionError extends StandardError {
  override readonly name: string = "AssertionError";
}
