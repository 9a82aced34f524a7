import { StandardError } from "./StandardError.ts";

/** Raised for an internal error of the interpreter. */
export class SystemError extends StandardError {
  override readonly name: string = "SystemError";
}
