import { reprKey } from "../repr/reprKey.ts";
import { LookupError } from "./LookupError.ts";

/** Raised for a key that a mapping or set does not have. Its text is the `repr` of the key: `'name'`. */
export class KeyError extends LookupError {
  override readonly name: string = "KeyError";

  override toString(): string {
    return this.args.length === 1 ? reprKey(this.args[0]) : super.toString();
  }
}
