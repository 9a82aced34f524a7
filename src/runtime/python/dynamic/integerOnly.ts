import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { exactInteger } from "../numbers/exactInteger.ts";
import { asNumber } from "./asNumber.ts";
import { typeName } from "./typeName.ts";

/** A value that is an integer here: of any other, True and False among them, Python may do something else than to refuse it. */
export function integerOnly(x: unknown): number {
  const number = asNumber(x);
  if (number !== null && !["float", "bool"].includes(typeName(x))) return exactInteger(number);
  throw new UntranslatedError("U0104", `a value of type ${typeName(x)} where an int is due`);
}
