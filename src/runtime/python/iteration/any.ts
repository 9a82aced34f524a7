import { truthy } from "../dynamic/truthy.ts";
import { remaining } from "./remaining.ts";

/** `any(items)`: whether one is true; those after it are not asked for. */
export function any(items: Iterable<unknown>): boolean {
  for (const item of remaining(items)) if (truthy(item)) return true;
  return false;
}
