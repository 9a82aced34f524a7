import { NameError } from "../exceptions/NameError.ts";

/** The value of a module's variable; Python's error if no assignment has been reached. */
export function boundGlobal<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new NameError(`name '${name}' is not defined`);
  return value;
}
