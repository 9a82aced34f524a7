import { KeyError } from "../exceptions/KeyError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { cannot } from "./cannot.ts";
import { isIndex } from "./isIndex.ts";
import { listIndex } from "./listIndex.ts";

/** `del container[key]` of a dict or a list. An array is a list unless it is said to be a tuple, a text as a key `str` unless it is said to be unicode. */
export function deleteItem(container: unknown, key: unknown, kind?: "tuple" | "unicode"): void {
  if (kind === "tuple") throw new PyTypeError("'tuple' object doesn't support item deletion");
  const own = specialMethod(container, "__delitem__");
  if (own !== null) own(key);
  else if (container instanceof Map) {
    if (!container.delete(key)) throw KeyError.ofLookup(key, kind === "unicode" ? kind : "str");
  } else if (Array.isArray(container)) container.splice(listIndex(container, key), 1);
  else {
    const sequence = container instanceof Set || typeof container === "string";
    const does = sequence && isIndex(key) ? "doesn't" : "does not";
    throw cannot(container, "deleting an item", (type) => `'${type}' object ${does} support item deletion`);
  }
}
