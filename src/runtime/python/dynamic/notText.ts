import { UntranslatedError } from "../exceptions/UntranslatedError.ts";

/** A value that is no text: of one Python makes another thing than of what else has items. */
export function notText<T>(x: T): T {
  if (typeof x === "string") throw new UntranslatedError("U0104", "filter() of a text");
  return x;
}
