/** Whether an int of any size is more than Python's `int` holds. */
export const isLongInt = (x: unknown): boolean => typeof x === "bigint" && BigInt.asIntN(64, x) !== x;
