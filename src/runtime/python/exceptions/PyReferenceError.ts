import { StandardError } from "./StandardError.ts";

/** Raised for a weak reference whose object is gone. `Py` keeps it apart from JavaScript's. */
export class PyReferenceError extends StandardError {
  override readonly name: string = "ReferenceError";
}
