import { PySet } from "../containers/PySet.ts";
import { lacksAttribute } from "./lacksAttribute.ts";

/** The value as a set, which has the attribute about to be used; the AttributeError that Python raises if it is none. */
export function asSet(x: unknown, attribute: string): PySet<unknown> {
  if (x instanceof PySet) return x;
  throw lacksAttribute(x, attribute);
}
