import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { typeName } from "./typeName.ts";

/** What is no text where text is due, and is false or a container: Python may go on with it, and raise later, or not at all. */
export function refuseApart(x: unknown): void {
  const isFalse = x === 0 || x === false;
  if (isFalse || (typeof x === "object" && x !== null))
    throw new UntranslatedError("U0104", `a value of type ${typeName(x)} where text is due`);
}
