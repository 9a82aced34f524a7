/** Whether a number of a type known only when running is what Python's `int` holds: whole, and of 64 bits. */
export const isInt = (x: unknown): boolean =>
  Number.isSafeInteger(x) || (typeof x === "bigint" && BigInt.asIntN(64, x) === x);
