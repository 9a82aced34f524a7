import { noAttribute } from "./noAttribute.ts";
import { canonicalKey } from "../containers/canonicalKey.ts";
import { refuseApart } from "./refuseApart.ts";

/**
 * A value whose method is called as text's is, looked up among keys before if so said: Python's error where it is no text. With `apart`
 * Python does another thing of some values.
 */
export function requireTextMethod(x: unknown, method: string, hashed = false, apart = false): string {
  if (typeof x === "string") return x;
  if (apart) refuseApart(x);
  if (hashed) canonicalKey(x);
  throw noAttribute(x, method);
}
