import { NameError } from "../exceptions/NameError.ts";

/** The value of a module's variable inside a function, or of one that a function calls `global`; Python's error if no assignment has been reached. */
export function givenGlobal<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new NameError(`global name '${name}' is not defined`);
  return value;
}
