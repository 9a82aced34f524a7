import { NameError } from "../exceptions/NameError.ts";

/** The value of a variable of the function around; Python's error if no assignment has been reached. */
export function boundFree<T>(value: T | undefined, name: string): T {
  if (value === undefined)
    throw new NameError(`free variable '${name}' referenced before assignment in enclosing scope`);
  return value;
}
