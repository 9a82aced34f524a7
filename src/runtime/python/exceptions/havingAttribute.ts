import { AttributeError } from "./AttributeError.ts";
import type { BaseException } from "./BaseException.ts";

type Class = abstract new (...args: never[]) => object;

/** The exception, if it is of a class that has the attribute; an AttributeError, as Python's, if it is of another. */
export function havingAttribute<C extends readonly Class[]>(
  error: BaseException,
  attribute: string,
  ...classes: C
): InstanceType<C[number]> {
  if (classes.some((cls) => error instanceof cls)) return error as object as InstanceType<C[number]>;
  const name = error.qualifiedName.replace(/^.*\./, "");
  throw new AttributeError(`'${name}' object has no attribute '${attribute}'`);
}
