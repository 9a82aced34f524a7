import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { canonicalKey } from "../containers/canonicalKey.ts";
import { refuseApart } from "./refuseApart.ts";
import { typeName } from "./typeName.ts";

/**
 * A value that must be text here, looked up among keys before if so said: a TypeError with this message where it is not; `%s` is the name
 * of its type. With `apart` Python does another thing of some values.
 */
export function requireTextOr(x: unknown, message: string, hashed = false, apart = false): string {
  if (typeof x === "string") return x;
  if (apart) refuseApart(x);
  if (hashed) canonicalKey(x);
  throw new PyTypeError(message.replace("%n", x === null ? "None" : "%s").replace("%s", typeName(x)));
}
