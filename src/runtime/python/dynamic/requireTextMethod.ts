import { noAttribute } from "./noAttribute.ts";
import { canonicalKey } from "../containers/canonicalKey.ts";

/** A value whose method is called as text's is, looked up among keys before if so said: Python's error where it is no text. */
export function requireTextMethod(x: unknown, method: string, hashed = false): string {
  if (typeof x === "string") return x;
  if (hashed) canonicalKey(x);
  throw noAttribute(x, method);
}
