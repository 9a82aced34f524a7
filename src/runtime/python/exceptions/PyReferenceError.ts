import { StandardError } from "./StandardError.ts";

/** Raised for a weak reference whose object is gone. `Py` keeps it apart from JavaScript's. */
export class PyReferenceError extends StandardError {
  /** What Node calls an uncaught one. */
  static override readonly name: string = "ReferenceError";
  override readonly name: string = "ReferenceError";
}
