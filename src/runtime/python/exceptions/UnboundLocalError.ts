import { NameError } from "./NameError.ts";

/** Raised for a local variable read before its assignment. */
export class UnboundLocalError extends NameError {
  override readonly name: string = "UnboundLocalError";
}
