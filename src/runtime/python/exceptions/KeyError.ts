import { repr } from "../repr/repr.ts";
import { asTuple } from "./asTuple.ts";
import { LookupError } from "./LookupError.ts";

/** Raised for a key that a mapping or set does not have. Its text is the `repr` of the key: `'name'`. */
export class KeyError extends LookupError {
  override readonly name: string = "KeyError";

  /** The error of a lookup: an array among its keys is a tuple. */
  static ofLookup(key: unknown): KeyError {
    return new KeyError(tupleKey(key));
  }

  override toString(): string {
    return this.args.length === 1 ? repr(this.args[0]) : super.toString();
  }
}

const tupleKey = (key: unknown): unknown => {
  if (!Array.isArray(key)) return key;
  key.forEach(tupleKey);
  return asTuple(key);
};
