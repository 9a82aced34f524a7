import { bisectRight } from "./bisectRight.ts";

/** `bisect.insort(list, item)`. */
export function insortRight<T>(list: T[], item: T): void {
  list.splice(bisectRight(list, item), 0, item);
}
