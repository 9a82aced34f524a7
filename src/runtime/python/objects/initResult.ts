import { typeName } from "../dynamic/typeName.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";

/** What `__init__` returns, which must be None: Python's TypeError for anything else. A class without `object` does not name its type. */
export function initResult(value: unknown, isNewStyle: boolean): void {
  if (value === null) return;
  throw new PyTypeError(`__init__() should return None${isNewStyle ? `, not '${typeName(value)}'` : ""}`);
}
