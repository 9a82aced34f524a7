import { equalItems } from "../dynamic/equalItems.ts";

/** `list.__contains__(items, item)`, whatever the class of the list has for it. */
export const includesItem = (list: readonly unknown[], item: unknown): boolean =>
  list.some((candidate) => equalItems(candidate, item));
