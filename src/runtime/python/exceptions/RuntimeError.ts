import { StandardError } from "./StandardError.ts";

/** Raised for an error of no other category. */
export class RuntimeError extends StandardError {
  override readonly name: string = "RuntimeError";
}
