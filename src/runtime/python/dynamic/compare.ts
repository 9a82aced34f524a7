import { compareText } from "../text/compareText.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { valueOfObject } from "../hash/valueMethod.ts";
import { orderObjects } from "../objects/orderObjects.ts";
import { asNumber } from "./asNumber.ts";
import { compareDicts } from "./compareDicts.ts";
import { equalItems } from "./equalItems.ts";
import { typeName } from "./typeName.ts";

/**
 * `cmp(a, b)`: -1, 0 or 1, and NaN where neither is less (a NaN, sets of which none holds the other), so that `compare(a, b) < 0`
 * is `a < b`. Values of different types have an order too: None, numbers, then by the type's name: dict, list, set, str.
 */
export function compare(a: unknown, b: unknown): number {
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left !== null && right !== null) return left < right ? -1 : left > right ? 1 : left == right ? 0 : Number.NaN;
  if (typeof a === "string" && typeof b === "string") return compareText(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (a instanceof Map && b instanceof Map) return compareDicts(a, b);
  if (a instanceof Set && b instanceof Set) return compareSets(a, b);
  const ordered = orderObjects(a, b);
  if (ordered !== null) return ordered;
  if (a === b) return 0;
  const [one, other] = [valueOfObject(a), valueOfObject(b)];
  if (one !== null && one.type === other?.type) return one.text < other.text ? -1 : Number(one.text > other.text);
  const [before, after] = [rank(a), rank(b)];
  if (before === after)
    throw new UntranslatedError("U0103", `the order of two values of type ${typeName(a)} by their addresses`);
  return before < after ? -1 : 1;
}

/** A list is compared at the first place where it differs. */
function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  const at = a.findIndex((item, index) => index >= b.length || !equalItems(item, b[index]));
  if (at < 0) return a.length === b.length ? 0 : -1;
  return at >= b.length ? 1 : compare(a[at], b[at]);
}

function compareSets(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): number {
  const within = [...a].every((item) => b.has(item));
  if (within) return a.size === b.size ? 0 : -1;
  return [...b].every((item) => a.has(item)) ? 1 : Number.NaN;
}

/** None comes first, then numbers, then all others by the name of their type. */
function rank(x: unknown): string {
  if (x === null) return "";
  return asNumber(x) === null ? `1${typeName(x)}` : "0";
}
