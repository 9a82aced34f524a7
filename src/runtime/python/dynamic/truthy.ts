import { asNumber } from "./asNumber.ts";
import { length } from "./length.ts";

/** What `if x` asks of a value: zero, None, also that of a method that returns nothing, and what is empty are false. */
export function truthy(x: unknown): boolean {
  const number = asNumber(x);
  if (number !== null) return number !== 0 && number !== 0n;
  if (typeof x === "string") return x.length > 0;
  return x !== null && x !== undefined && (typeof x !== "object" || saysItself(x));
}

/** An object with `__nonzero__`, else one with `__len__`, says it itself; a container is true that is not empty, and so is any other. */
function saysItself(x: object): boolean {
  if ("__nonzero__" in x && typeof x.__nonzero__ === "function") return truthy(x.__nonzero__());
  if ("__len__" in x && typeof x.__len__ === "function") return length(x) !== 0;
  if (Array.isArray(x) || x instanceof Uint8Array) return x.length > 0;
  return !(x instanceof Map || x instanceof Set) || x.size > 0;
}
