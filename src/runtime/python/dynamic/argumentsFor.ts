import { wrongNumber } from "../functions/wrongNumber.ts";

/**
 * The items of `f(*items)`, checked against what is left for them: between `least` and `most` arguments. `given` have been there before
 * them, the object of a method included. The TypeError has Python's text for a function without defaults, or with.
 */
export function argumentsFor<T extends unknown[]>(
  items: Iterable<unknown>,
  least: number,
  most: number,
  name: string,
  given: number = 0,
): T {
  const values = [...items];
  if (values.length < least || values.length > most)
    throw wrongNumber(name, least + given, most + given, values.length + given);
  return values as T;
}
