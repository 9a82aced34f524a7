import { KeyError } from "../exceptions/KeyError.ts";
import { cannot } from "./cannot.ts";
import { isIndex } from "./isIndex.ts";
import { listIndex } from "./listIndex.ts";

/** `del container[key]` of a dict or a list. */
export function deleteItem(container: unknown, key: unknown): void {
  if (container instanceof Map) {
    if (!container.delete(key)) throw KeyError.ofLookup(key);
  } else if (Array.isArray(container)) container.splice(listIndex(container, key), 1);
  else {
    const sequence = container instanceof Set || typeof container === "string";
    const does = sequence && isIndex(key) ? "doesn't" : "does not";
    throw cannot(container, "deleting an item", (type) => `'${type}' object ${does} support item deletion`);
  }
}
