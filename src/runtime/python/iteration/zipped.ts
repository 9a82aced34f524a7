import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** An argument of `zip`, the first of which is number 1: what nothing goes over is named by its number. */
export function zipped<T>(value: T, number: number): T {
  const isPlain = value == null || typeof value === "number" || typeof value === "boolean" || typeof value === "bigint";
  if (isPlain) throw new PyTypeError(`zip argument #${number} must support iteration`);
  return value;
}
