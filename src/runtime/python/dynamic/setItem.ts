import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { listIndex } from "./listIndex.ts";
import { typeName } from "./typeName.ts";

/** `container[key] = value` of a dict, or of a list, which does not grow by it. */
export function setItem<K, V>(container: Map<K, V>, key: K, value: V): void;
export function setItem<T>(container: T[], index: number, value: T): void;
export function setItem(container: unknown, key: unknown, value: unknown): void;
export function setItem(container: unknown, key: unknown, value: unknown): void {
  if (container instanceof Map) container.set(key, value);
  else if (Array.isArray(container)) container[listIndex(container, key)] = value;
  else throw new PyTypeError(`'${typeName(container)}' object does not support item assignment`);
}
