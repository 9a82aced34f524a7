import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What `__str__` or `__repr__` returns, which must be text: Python's TypeError for anything else. */
export function shownText(value: unknown, method: string): string {
  if (typeof value === "string") return value;
  throw new PyTypeError(`${method} returned non-string (type ${typeName(value)})`);
}
