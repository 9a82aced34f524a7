import { StandardError } from "./StandardError.ts";

/** Raised when memory runs out. */
export class MemoryError extends StandardError {
  override readonly name: string = "MemoryError";
}
