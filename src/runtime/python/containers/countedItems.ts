import { UntranslatedError } from "../exceptions/UntranslatedError.ts";

/** What a Counter is given, where it is known when it runs: None has no items, a mapping would give its values as counts. */
export function countedItems<T>(x: T): Exclude<T, null> | readonly never[] {
  if (x instanceof Map) throw new UntranslatedError("U0104", "a Counter of a mapping");
  return x === null ? [] : (x as Exclude<T, null>);
}
