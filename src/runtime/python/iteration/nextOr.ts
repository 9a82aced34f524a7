import { StopIteration } from "../exceptions/StopIteration.ts";

/** `next(f, otherwise)` of a file, a reader or another object that has the method. */
export function nextOr<T, D>(iterator: { next(): T }, otherwise: D): T | D {
  try {
    return iterator.next();
  } catch (error) {
    if (error instanceof StopIteration) return otherwise;
    throw error;
  }
}
