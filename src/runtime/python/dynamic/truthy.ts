import { asNumber } from "./asNumber.ts";

/** What `if x` asks of a value: zero, None and what is empty are false. */
export function truthy(x: unknown): boolean {
  const number = asNumber(x);
  if (number !== null) return number !== 0 && number !== 0n;
  if (typeof x === "string" || Array.isArray(x) || x instanceof Uint8Array) return x.length > 0;
  if (x instanceof Map || x instanceof Set) return x.size > 0;
  return x !== null;
}
