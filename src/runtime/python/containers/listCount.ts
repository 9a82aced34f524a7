import { equals } from "../dynamic/equals.ts";

/** `list.count(item)`: how many items are equal to it. */
export function listCount(list: readonly unknown[], item: unknown): number {
  return list.filter((candidate) => candidate === item || equals(candidate, item)).length;
}
