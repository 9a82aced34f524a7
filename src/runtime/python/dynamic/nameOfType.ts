import { BaseException } from "../exceptions/BaseException.ts";
import { className } from "../exceptions/className.ts";
import { typeName } from "./typeName.ts";

/** `type(x).__name__` of an exception or of a value of a built-in kind. */
export function nameOfType(x: unknown, textType: "str" | "unicode" = "str"): string {
  if (x instanceof BaseException) return className(x);
  if (!(x instanceof Map)) return typeName(x, textType);
  // What derives from dict is called so too, but for one.
  const { name } = x.constructor;
  return name === "DefaultDict" || name === "Dict" ? name.toLowerCase() : name;
}
