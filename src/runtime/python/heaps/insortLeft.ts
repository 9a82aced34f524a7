import { bisectLeft } from "./bisectLeft.ts";

/** `bisect.insort_left(list, item)`. */
export function insortLeft<T>(list: T[], item: T): void {
  list.splice(bisectLeft(list, item), 0, item);
}
