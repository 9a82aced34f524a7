import { StandardError } from "./StandardError.ts";

/** Raised when a value lacks an attribute. */
export class AttributeError extends StandardError {
  override readonly name: string = "AttributeError";
}
