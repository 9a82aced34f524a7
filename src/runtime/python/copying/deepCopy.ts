import { Dict } from "../containers/Dict.ts";
import { PySet } from "../containers/PySet.ts";

/**
 * `copy.deepcopy` of lists, tuples, dicts, sets and objects of the program's in each other; what is in several places, or in itself, stays
 * one.
 */
export function deepCopy<T>(value: T, made?: Map<unknown, unknown>): T;
export function deepCopy(value: unknown, made = new Map<unknown, unknown>()): unknown {
  if (made.has(value)) return made.get(value);
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    made.set(value, copy);
    for (const item of value) copy.push(deepCopy(item, made));
    return copy;
  }
  if (value instanceof Dict) {
    const copy: Dict<unknown, unknown> = value.copy();
    made.set(value, copy);
    // Python puts one after the other into a new dict, which can give another order than that of a copy.
    copy.clear();
    for (const [key, item] of value) copy.set(key, deepCopy(item, made));
    return copy;
  }
  if (value instanceof PySet) return new PySet([...value], value.frozen);
  return typeof value === "object" && value !== null && isMade(value) ? copyOfObject(value, made) : value;
}

/** Neither bytes nor a module. */
const isMade = (value: object): boolean => !ArrayBuffer.isView(value) && Reflect.getPrototypeOf(value) !== null;

function copyOfObject(value: object, made: Map<unknown, unknown>): object {
  const copy = Object.create(Reflect.getPrototypeOf(value)) as object;
  made.set(value, copy);
  for (const key of Reflect.ownKeys(value)) {
    const own = Object.getOwnPropertyDescriptor(value, key);
    if (own) Object.defineProperty(copy, key, "value" in own ? { ...own, value: deepCopy(own.value, made) } : own);
  }
  return copy;
}
