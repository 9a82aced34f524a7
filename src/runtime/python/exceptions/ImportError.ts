import { StandardError } from "./StandardError.ts";

/** Raised when a module or a name in it is not found. */
export class ImportError extends StandardError {
  override readonly name: string = "ImportError";
}
