import type { Untold } from "../Untold.ts";
import { product } from "./product.ts";

/** `itertools.product(items, repeat=times)`: rows of that many of the items. */
export function* productOf<T = Untold>(items: Iterable<T>, times: number): Generator<T[], undefined> {
  const pool = [...items];
  yield* product<T[]>(...Array.from({ length: times }, () => pool));
}
