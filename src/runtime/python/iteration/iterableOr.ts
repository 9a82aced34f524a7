import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What something goes over: None, a number or a truth value raises a TypeError with the text that the caller has for it. */
export function iterableOr<T>(value: T, message: string): Exclude<T, null> {
  const isPlain = value == null || typeof value === "number" || typeof value === "boolean" || typeof value === "bigint";
  if (isPlain) throw new PyTypeError(message);
  return value as Exclude<T, null>;
}
