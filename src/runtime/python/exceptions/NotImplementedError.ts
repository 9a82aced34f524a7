import { RuntimeError } from "./RuntimeError.ts";

/** Raised by methods that a subclass must define. */
export class NotImplementedError extends RuntimeError {
  override readonly name: string = "NotImplementedError";
}
