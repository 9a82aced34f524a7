import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { cannot } from "./cannot.ts";
import { listIndex } from "./listIndex.ts";

/** `container[key] = value` of a dict, or of a list, which does not grow by it. An array is a list unless it is said to be a tuple. */
export function setItem<K, V>(container: Map<K, V>, key: K, value: V): void;
export function setItem<T>(container: T[], index: number, value: T): void;
export function setItem(container: unknown, key: unknown, value: unknown, kind?: "tuple"): void;
export function setItem(container: unknown, key: unknown, value: unknown, kind?: "tuple"): void {
  if (kind === "tuple") throw new PyTypeError("'tuple' object does not support item assignment");
  const own = specialMethod(container, "__setitem__");
  if (own !== null) own(key, value);
  else if (container instanceof Map) container.set(key, value);
  else if (Array.isArray(container)) container[listIndex(container, key)] = value;
  else throw cannot(container, "storing an item", (type) => `'${type}' object does not support item assignment`);
}
