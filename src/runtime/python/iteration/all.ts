import { truthy } from "../dynamic/truthy.ts";
import { remaining } from "./remaining.ts";

/** `all(items)`: whether none is false; those after a false one are not asked for. */
export function all(items: Iterable<unknown>): boolean {
  for (const item of remaining(items)) if (!truthy(item)) return false;
  return true;
}
