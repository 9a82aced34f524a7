import { headerPairs } from "./connection/headerPairs.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `info().keys()`: the names of the fields in lower case, in the order of Python's dict. */
export function headerNames(source: HeaderSource): string[] {
  return headerPairs(source).map(([name]) => name);
}
