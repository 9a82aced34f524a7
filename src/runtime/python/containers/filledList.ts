import { extendList } from "./extendList.ts";

/** `C(items)` of a class that derives from list and has no `__init__`: the new list, with these in it. */
export function filledList<T, L extends T[]>(list: L & T[], items: Iterable<T>): L {
  extendList(list, items);
  return list;
}
