import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { reprMethod } from "../repr/reprMethod.ts";

/** What `object()` makes, a mark for what is not given say: it is itself, and nothing else. */
export class PlainObject {
  /** Python shows where it lies in memory. */
  [reprMethod](): string {
    throw new UntranslatedError("U0104", "an object that is shown by its address");
  }

  toString(): string {
    return this[reprMethod]();
  }
}
