import type { Untold } from "../Untold.ts";
import { zip } from "./zip.ts";

/** `zip(*rows)`: the columns. */
export function zipRows<T = Untold>(rows: Iterable<Iterable<T>>): T[][] {
  return zip<T[]>(...rows);
}
