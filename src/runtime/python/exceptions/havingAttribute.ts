import { AttributeError } from "./AttributeError.ts";
import type { BaseException } from "./BaseException.ts";

/** The exception, if it is of the class that has the attribute; an AttributeError, as Python's, if it is of another. */
export function havingAttribute<T>(
  error: BaseException,
  cls: abstract new (...args: never[]) => T,
  attribute: string,
): T {
  if (error instanceof cls) return error;
  const name = error.qualifiedName.replace(/^.*\./, "");
  throw new AttributeError(`'${name}' object has no attribute '${attribute}'`);
}
