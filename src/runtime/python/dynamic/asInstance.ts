import { lacksAttribute } from "./lacksAttribute.ts";

type Class = abstract new (...args: never[]) => object;

/** The value as an object of one of the classes that have the attribute about to be used; an error if it is none of them. */
export function asInstance<C extends readonly Class[]>(
  x: unknown,
  attribute: string,
  ...classes: C
): InstanceType<C[number]> {
  if (classes.some((cls) => x instanceof cls)) return x as InstanceType<C[number]>;
  throw lacksAttribute(x, attribute);
}
