import { described } from "../exceptions/argumentText.ts";
import { repr } from "./repr.ts";
import { str } from "./str.ts";

/** `repr` of a tuple whose items describe themselves: `()`, `('x',)`, `(1, 'x')`. Exceptions show their arguments so. */
export function reprArguments(items: readonly unknown[]): string {
  return items.length === 1 ? `(${repr(items[0])},)` : `(${items.map(repr).join(", ")})`;
}

Object.assign(described, { str, repr: reprArguments });
