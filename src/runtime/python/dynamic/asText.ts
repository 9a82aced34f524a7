import { decodeText } from "../text/decodeText.ts";
import { lacksAttribute } from "./lacksAttribute.ts";

/** The value as text, which has the attribute about to be used; the AttributeError that Python raises if it is none. */
export function asText(x: unknown, attribute: string): string {
  if (typeof x === "string") return x;
  if (x instanceof Uint8Array) return decodeText(x);
  throw lacksAttribute(x, attribute);
}
