import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { isPlain } from "./isPlain.ts";
import { noAttribute } from "./noAttribute.ts";
import { typeName } from "./typeName.ts";

/**
 * The error of asking a value for an attribute that was expected of another kind of value: Python's AttributeError for a number, text or
 * container. Of any other object it is not known here what it has in Python.
 */
export function lacksAttribute(x: unknown, attribute: string, textType: "str" | "unicode" = "str"): Error {
  if (isPlain(x)) return noAttribute(x, attribute, textType);
  return new UntranslatedError("U0104", `.${attribute} of a ${typeName(x)}`);
}
