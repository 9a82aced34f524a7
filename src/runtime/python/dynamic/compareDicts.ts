import { compare } from "./compare.ts";
import { equalItems } from "./equalItems.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "./typeName.ts";

type Entries = ReadonlyMap<unknown, unknown>;

/** `cmp` of two dicts: the smaller one is less; else the one whose least differing key is less, or has the lesser value. */
export function compareDicts(a: Entries, b: Entries): number {
  if (a.size !== b.size) return a.size < b.size ? -1 : 1;
  const left = leastDifference(a, b);
  const right = leastDifference(b, a);
  if (left === null || right === null) return 0;
  return compareThreeWay(left.key, right.key) || compareThreeWay(a.get(left.key), b.get(right.key));
}

/** `cmp` itself, as a dict uses it; a list in a dict asks for the order of its items, which sets have. */
function compareThreeWay(a: unknown, b: unknown): number {
  if (a !== b && a instanceof Set && b instanceof Set && typeName(a) === typeName(b))
    throw new PyTypeError("cannot compare sets using cmp()");
  return compare(a, b);
}

/** The least key whose value differs in the other dict, or is not there. */
function leastDifference(a: Entries, b: Entries): { key: unknown } | null {
  let least: { key: unknown } | null = null;
  for (const [key, value] of a) {
    const differs = !b.has(key) || !equalItems(value, b.get(key));
    if (differs && (least === null || compare(key, least.key) < 0)) least = { key };
  }
  return least;
}
