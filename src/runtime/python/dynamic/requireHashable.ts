import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "./typeName.ts";

/** Python's TypeError for a list, dict or set, which cannot be looked up among keys. */
export function requireHashable(x: unknown): void {
  if (Array.isArray(x) || x instanceof Map || x instanceof Set)
    throw new PyTypeError(`unhashable type: '${typeName(x)}'`);
}
