import { zip } from "./zip.ts";

/** `zip(*rows)`: the columns. */
export function zipRows<T>(rows: Iterable<Iterable<T>>): T[][] {
  return zip<T[]>(...rows);
}
