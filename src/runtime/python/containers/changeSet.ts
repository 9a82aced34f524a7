import { difference } from "./difference.ts";
import { intersection } from "./intersection.ts";
import type { PySet } from "./PySet.ts";
import { symmetricDifference } from "./symmetricDifference.ts";
import { union } from "./union.ts";

/** `set op= other`: the set itself, changed, or of a frozenset a new one. */
export function changeSet<T>(set: PySet<T>, operator: "|" | "&" | "-" | "^", other: PySet<T>): PySet<T> {
  if (set.frozen)
    return { "|": union, "&": intersection, "-": difference, "^": symmetricDifference }[operator](set, other);
  if (operator === "|") set.update(other);
  else if (operator === "&") set.intersectionUpdate(other);
  else if (operator === "-") set.differenceUpdate(other);
  else set.symmetricDifferenceUpdate(other);
  return set;
}
