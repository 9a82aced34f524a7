import type { Untold } from "../Untold.ts";
import { IndexError } from "../exceptions/IndexError.ts";

/** `list.pop(index)`: removes an item, by default the last, and gives it. */
export function listPop<T = Untold>(list: T[], index = -1): T {
  if (list.length === 0) throw new IndexError("pop from empty list");
  const at = index < 0 ? index + list.length : index;
  if (at < 0 || at >= list.length) throw new IndexError("pop index out of range");
  return list.splice(at, 1)[0] as T;
}
