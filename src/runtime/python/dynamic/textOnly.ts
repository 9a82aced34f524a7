import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { typeName } from "./typeName.ts";

/** A value that is text here: of any other Python may do something else than to refuse it at once. */
export function textOnly(x: unknown): string {
  if (typeof x === "string") return x;
  throw new UntranslatedError("U0104", `a value of type ${typeName(x)} where text is due`);
}
