import { LookupError } from "./LookupError.ts";

/** Raised for a sequence index out of range. */
export class IndexError extends LookupError {
  override readonly name: string = "IndexError";
}
