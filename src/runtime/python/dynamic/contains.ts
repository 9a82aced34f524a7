import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { decodeText } from "../text/decodeText.ts";
import { cannot } from "./cannot.ts";
import { specialMethod } from "../objects/specialMethod.ts";
import { truthy } from "./truthy.ts";
import { equalItems } from "./equalItems.ts";
import { iterate } from "./iterate.ts";
import { typeName } from "./typeName.ts";

/**
 * `item in container`: a part of a text, a key of a dict, an equal item of anything else that can be gone through. `textType` is what a
 * text is, which decides what is said of an item that is none.
 */
export function contains(container: unknown, item: unknown, textType: "str" | "unicode" = "str"): boolean {
  if (typeof container === "string") {
    if (item instanceof Uint8Array) return contains(container, decodeText(item));
    if (typeof item === "string") return container.includes(item);
    throw new PyTypeError(
      textType === "str"
        ? `'in <string>' requires string as left operand, not ${typeName(item)}`
        : `coercing to Unicode: need string or buffer, ${typeName(item)} found`,
    );
  }
  const own = specialMethod(container, "__contains__");
  if (own !== null) return truthy(own(item));
  if (container instanceof Map || container instanceof Set) return container.has(item);
  if (container instanceof Uint8Array) return contains(decodeText(container), item);
  const isIterable = ["__iter__", "__getitem__"].some((name) => specialMethod(container, name) !== null);
  if (!isIterable && (typeof container !== "object" || container === null || !(Symbol.iterator in container))) {
    throw cannot(container, "`in`", (type) => `argument of type '${type}' is not iterable`);
  }
  for (const candidate of iterate(container)) if (equalItems(candidate, item)) return true;
  return false;
}
