import { equalItems } from "../dynamic/equalItems.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/** `list.remove(item)`: removes the first equal item. */
export function listRemove(list: unknown[], item: unknown): void {
  const at = list.findIndex((candidate) => equalItems(candidate, item));
  if (at < 0) throw new ValueError("list.remove(x): x not in list");
  list.splice(at, 1);
}
