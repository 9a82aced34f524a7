import { StandardError } from "./StandardError.ts";

/** Raised for an operation on a value of the wrong type. `Py` keeps it apart from JavaScript's. */
export class PyTypeError extends StandardError {
  override readonly name: string = "TypeError";
}
