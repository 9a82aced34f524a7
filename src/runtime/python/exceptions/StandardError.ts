import { Exception } from "./Exception.ts";

/** Base of all built-in errors except StopIteration (and warnings). */
export class StandardError extends Exception {
  override readonly name: string = "StandardError";
}
