/** The method of objects that are equal by value: what stands for them in comparisons and in dicts. */
export const valueMethod = Symbol("value");

/** Objects of one type are equal when their texts are, and ordered as their texts by code units; `hashed` is what CPython hashes: bytes as characters, or a tuple. */
export interface ValueKey {
  readonly type: string;
  readonly text: string;
  readonly hashed: string | readonly unknown[];
}

/** The value of an object that has one; null for any other value. */
export function valueOfObject(x: unknown): ValueKey | null {
  if (typeof x !== "object" || x === null || !(valueMethod in x) || typeof x[valueMethod] !== "function") return null;
  return x[valueMethod]() as ValueKey;
}
