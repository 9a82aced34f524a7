import { BaseException } from "../exceptions/BaseException.ts";
import { className } from "../exceptions/className.ts";
import { typeName } from "./typeName.ts";

/** `type(x).__name__` of an exception or of a value of a built-in kind. */
export const nameOfType = (x: unknown, textType: "str" | "unicode" = "str"): string =>
  x instanceof BaseException ? className(x) : typeName(x, textType);
