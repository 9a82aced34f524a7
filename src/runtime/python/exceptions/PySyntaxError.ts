import { StandardError } from "./StandardError.ts";

/** Raised by compile, eval and exec for text that is not Python. `Py` keeps it apart from JavaScript's. */
export class PySyntaxError extends StandardError {
  /** What Node calls an uncaught one. */
  static override readonly name: string = "SyntaxError";
  override readonly name: string = "SyntaxError";
}
