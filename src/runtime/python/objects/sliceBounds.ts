import { specialMethod } from "./specialMethod.ts";

/**
 * What `__getslice__` is called with for `x[start:stop]`: a bound below 0 counts from the end, of what has a length, once. An end that is
 * left out is beyond them all: `sys.maxint` in Python.
 */
export function sliceBounds(x: object, start: number | null, stop: number | null): [number, number] {
  const [from, to] = [start ?? 0, stop ?? Number.MAX_SAFE_INTEGER];
  const ask = from < 0 || to < 0 ? specialMethod(x, "__len__") : null;
  const length = ask === null ? 0 : Number(ask());
  return [from < 0 ? from + length : from, to < 0 ? to + length : to];
}
