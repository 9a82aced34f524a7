import { listIndex } from "../dynamic/listIndex.ts";

/** `list.__setitem__(items, index, value)`, whatever the class of the list has for it. */
export function storeAt<T>(list: T[], index: number, value: T): void {
  list[listIndex(list, index)] = value;
}
