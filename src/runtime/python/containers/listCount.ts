import { equals } from "../dynamic/equals.ts";

/** `list.count(item)`: how many items are equal to it. */
export function listCount<T>(list: readonly T[], item: T): number {
  return list.filter((candidate) => candidate === item || equals(candidate, item)).length;
}
