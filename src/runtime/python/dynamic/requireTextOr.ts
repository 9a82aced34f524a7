import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { typeName } from "./typeName.ts";

/** A value that must be text here: a TypeError with this message where it is not; `%s` is the name of its type. */
export function requireTextOr(x: unknown, message: string): string {
  if (typeof x === "string") return x;
  throw new PyTypeError(message.replace("%n", x === null ? "None" : "%s").replace("%s", typeName(x)));
}
