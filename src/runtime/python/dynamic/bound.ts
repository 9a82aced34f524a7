import { UnboundLocalError } from "../exceptions/UnboundLocalError.ts";

/** The value of a local variable; Python's error if no assignment has been reached. */
export function bound<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new UnboundLocalError(`local variable '${name}' referenced before assignment`);
  return value;
}
