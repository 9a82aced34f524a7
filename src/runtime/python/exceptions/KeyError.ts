import { repr } from "../repr/repr.ts";
import { reprUnicode } from "../repr/reprUnicode.ts";
import { asTuple } from "./asTuple.ts";
import { LookupError } from "./LookupError.ts";

/** Raised for a key that a mapping or set does not have. Its text is the `repr` of the key: `'name'`. */
export class KeyError extends LookupError {
  override readonly name: string = "KeyError";

  /** What a text is that was looked up. Not private: a class of the program may have this class's methods without being made by it. */
  textType: "str" | "unicode" = "str";

  /** The error of a lookup: an array among its keys is a tuple, text is what it is said to be: `u'name'`. */
  static ofLookup(key: unknown, textType: "str" | "unicode" = "str"): KeyError {
    const error = new KeyError(tupleKey(key));
    error.textType = textType;
    return error;
  }

  override toString(): string {
    if (this.args.length !== 1) return super.toString();
    const [key] = this.args;
    return typeof key === "string" && this.textType === "unicode" ? reprUnicode(key) : repr(key);
  }
}

const tupleKey = (key: unknown): unknown => {
  if (!Array.isArray(key)) return key;
  key.forEach(tupleKey);
  return asTuple(key);
};
