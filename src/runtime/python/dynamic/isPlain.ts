import { Float } from "../numbers/Float.ts";

/** Whether a value is of Python's built-in kinds, all of whose members are known: a number, a text, a container, None. */
export const isPlain = (x: unknown): boolean =>
  (typeof x !== "object" && typeof x !== "function") ||
  x === null ||
  Array.isArray(x) ||
  [Map, Set, Uint8Array, Float].some((kind) => x instanceof kind);
