import { equalItems } from "../dynamic/equalItems.ts";

/** `list.count(item)`: how many items are equal to it. */
export function listCount(list: readonly unknown[], item: unknown): number {
  return list.filter((candidate) => equalItems(candidate, item)).length;
}
