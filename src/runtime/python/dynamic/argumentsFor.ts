import { PyTypeError } from "../exceptions/PyTypeError.ts";

/**
 * The items of `f(*items)`, checked against what `f` takes: between `least` and `most` arguments.
 * The TypeError has Python's text for a function without defaults, or with.
 */
export function argumentsFor<T extends unknown[]>(
  items: Iterable<unknown>,
  least: number,
  most: number,
  name: string,
): T {
  const values = [...items];
  if (values.length < least || values.length > most) {
    const wanted =
      least === most ? `exactly ${least}` : values.length < least ? `at least ${least}` : `at most ${most}`;
    const bound = values.length < least ? least : most;
    throw new PyTypeError(`${name}() takes ${wanted} argument${bound === 1 ? "" : "s"} (${values.length} given)`);
  }
  return values as T;
}
