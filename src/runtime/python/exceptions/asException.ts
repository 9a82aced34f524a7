import { typeName } from "../dynamic/typeName.ts";
import { AttributeError } from "./AttributeError.ts";

type Class = abstract new (...args: never[]) => Error;

/** An exception of one of the classes that have the attribute; Python's AttributeError for one of the others that it may be, and for None. */
export function asException<C extends readonly Class[]>(
  x: unknown,
  attribute: string,
  ...classes: C
): InstanceType<C[number]> {
  if (classes.some((cls) => x instanceof cls)) return x as InstanceType<C[number]>;
  throw new AttributeError(`'${typeName(x)}' object has no attribute '${attribute}'`);
}
