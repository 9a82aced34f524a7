import type { Json } from "../json/Json.ts";
import { strJson } from "../json/strJson.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { Float } from "../numbers/Float.ts";
import { str } from "../repr/str.ts";
import { cutText } from "./cutText.ts";
import { formatNumber } from "./formatNumber.ts";
import { placeText } from "./placeText.ts";
import { readFormatSpec } from "./readFormatSpec.ts";

/** `format(x, spec)`. Dates read their formats themselves. What is neither number nor text is shown by `str` and placed as text. Widths count the bytes of a `str`,
 * with `unicode` characters. */
export function formatValue(x: unknown, specification: string, textType: "str" | "unicode" = "str"): string {
  if (specification === "") return str(x);
  if (typeof x === "object" && x !== null && "__format__" in x && typeof x.__format__ === "function")
    return String(x.__format__(specification));
  const spec = readFormatSpec(specification);
  if (typeof x === "number" || typeof x === "bigint" || typeof x === "boolean" || x instanceof Float) {
    return formatNumber(x, spec);
  }
  if (spec.thousands && spec.type === "") throw new ValueError("Cannot specify ',' with 's'.");
  if (spec.type !== "" && spec.type !== "s") {
    throw new ValueError(
      `Unknown format code '${spec.type}' for object of type '${typeof x === "string" ? textType : "str"}'`,
    );
  }
  if (spec.sign !== null) throw new ValueError("Sign not allowed in string format specifier");
  if (spec.alternate) throw new ValueError("Alternate form (#) not allowed in string format specifier");
  if (spec.align === "=") throw new ValueError("'=' alignment not allowed in string format specifier");
  // The containers of JSON, whose texts are unicode.
  const shown = textType === "unicode" && typeof x !== "string" ? strJson(x as Json) : str(x);
  return placeText(cutText(shown, spec.precision, textType), spec, "<", textType);
}
