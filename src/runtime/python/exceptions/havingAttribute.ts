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
  // A built-in one has its module in its name.
  const { qualifiedName: qualified } = error;
  const name = qualified.includes(".") ? qualified.replace(/^.*\./, "") : `exceptions.${qualified}`;
  throw new AttributeError(`'${name}' object has no attribute '${attribute}'`);
}
