import { decodeText } from "../text/decodeText.ts";
import { floatStr } from "../numbers/floatStr.ts";
import { repr } from "./repr.ts";

/**
 * `str(x)` of a value whose type is known only when running: text as it is, floats with 12 digits, an object's own
 * `toString`, and `repr` for everything else. Types are told apart as `repr` does.
 */
export function str(x: unknown): string {
  if (typeof x === "string") return x;
  if (typeof x === "number") return Number.isSafeInteger(x) ? String(x) : floatStr(x);
  if (typeof x === "bigint") return String(x);
  if (x instanceof Uint8Array) return decodeText(x);
  if (typeof x === "object" && x !== null && !Array.isArray(x) && hasOwnText(x)) return x.toString();
  return repr(x);
}

/** Whether a class gives its objects a text (`__str__`), which Map, Set and plain objects do not. */
function hasOwnText(x: object): boolean {
  return x.toString !== Object.prototype.toString;
}
