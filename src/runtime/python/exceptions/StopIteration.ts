import { Exception } from "./Exception.ts";

/** Raised by `next()` at the end of an iterator. */
export class StopIteration extends Exception {
  override readonly name: string = "StopIteration";
}
