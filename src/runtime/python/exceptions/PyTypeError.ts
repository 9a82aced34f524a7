import { StandardError } from "./StandardError.ts";

/** Raised for an operation on a value of the wrong type. `Py` keeps it apart from JavaScript's. */
export class PyTypeError extends StandardError {
  /** What Node calls an uncaught one. */
  static override readonly name: string = "TypeError";
  override readonly name: string = "TypeError";
}
