import { StandardError } from "./StandardError.ts";

/** Raised for a name that is not bound. */
export class NameError extends StandardError {
  override readonly name: string = "NameError";
}
