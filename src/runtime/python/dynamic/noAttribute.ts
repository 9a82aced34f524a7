import { AttributeError } from "../exceptions/AttributeError.ts";
import { typeName } from "./typeName.ts";

/** The error of asking a value for an attribute that its type does not have. */
export function noAttribute(x: unknown, attribute: string, textType: "str" | "unicode" = "str"): AttributeError {
  return new AttributeError(`'${typeName(x, textType)}' object has no attribute '${attribute}'`);
}
