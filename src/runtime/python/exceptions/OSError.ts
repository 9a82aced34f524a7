import { EnvironmentError } from "./EnvironmentError.ts";

/** Raised by the functions of `os`. */
export class OSError extends EnvironmentError {
  override readonly name: string = "OSError";
}
