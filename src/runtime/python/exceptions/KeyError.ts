import { repr } from "../repr/repr.ts";
import { reprKey } from "../repr/reprKey.ts";
import { LookupError } from "./LookupError.ts";

/** Raised for a key that a mapping or set does not have. Its text is the `repr` of the key: `'name'`. */
export class KeyError extends LookupError {
  override readonly name: string = "KeyError";
  #isLookup = false;

  /** The error of a lookup: an array among its keys is a tuple. */
  static ofLookup(key: unknown): KeyError {
    const error = new KeyError(key);
    error.#isLookup = true;
    return error;
  }

  override toString(): string {
    if (this.args.length !== 1) return super.toString();
    return this.#isLookup ? reprKey(this.args[0]) : repr(this.args[0]);
  }
}
