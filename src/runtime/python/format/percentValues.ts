import { UntranslatedError } from "../exceptions/UntranslatedError.ts";

/**
 * The right side of `%` of which only the running program knows what it is: a mapping, or one value. A list is one value and a tuple is
 * several; the two look alike here, unless it is known which of the two `arrays` are.
 */
export function percentValues(
  x: unknown,
  arrays?: "lists" | "tuples",
): readonly unknown[] | ReadonlyMap<unknown, unknown> {
  if (Array.isArray(x) && arrays === "tuples") return x;
  if (Array.isArray(x) && arrays !== "lists") throw new UntranslatedError("U0104", "% of a list or a tuple");
  return x instanceof Map ? x : [x];
}
