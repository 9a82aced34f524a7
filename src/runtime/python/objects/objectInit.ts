import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { takesNamed } from "../functions/takes.ts";

/** `object.__init__`, which does nothing, and takes nothing from a class that has an `__init__` of its own. */
export const objectInit = takesNamed(
  (keywords?: ReadonlyMap<unknown, unknown>, ...args: readonly unknown[]): void => {
    if (args.length > 0 || (keywords?.size ?? 0) > 0) throw new PyTypeError("object.__init__() takes no parameters");
  },
  "__init__",
  "*",
  "**",
);
