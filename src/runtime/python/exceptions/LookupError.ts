import { StandardError } from "./StandardError.ts";

/** Base of IndexError and KeyError; raised itself for an unknown codec. */
export class LookupError extends StandardError {
  override readonly name: string = "LookupError";
}
