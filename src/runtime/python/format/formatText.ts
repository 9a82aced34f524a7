import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";
import { str } from "../repr/str.ts";
import { FormatFields } from "./FormatFields.ts";
import { formatValue } from "./formatValue.ts";

/**
 * `format.format(*positional, **named)`. Types are told apart when running, as `str` does; what needs a static type is given
 * as text. Widths count bytes.
 */
export function formatText(
  format: string,
  positional: readonly unknown[] = [],
  named: Readonly<Record<string, unknown>> = {},
): string {
  return fill(format, new FormatFields(positional, named), 2);
}

function fill(format: string, fields: FormatFields, depth: number): string {
  if (depth === 0) throw new ValueError("Max string recursion exceeded");
  let text = "";
  for (let at = 0; at < format.length; at++) {
    const character = format.charAt(at);
    const doubled = format[at + 1] === character;
    if (character === "{" && !doubled) {
      const end = fieldEnd(format, at + 1);
      text += fillField(format.slice(at + 1, end), fields, depth);
      at = end;
    } else if (character === "}" && !doubled) {
      throw new ValueError("Single '}' encountered in format string");
    } else {
      text += character;
      if (character === "{" || character === "}") at++;
    }
  }
  return text;
}

/** Where the `}` stands that closes the field beginning at `start`. */
function fieldEnd(format: string, start: number): number {
  if (start === format.length) throw new ValueError("Single '{' encountered in format string");
  let depth = 1;
  for (let at = start; at < format.length; at++) {
    if (format[at] === "{") depth++;
    if (format[at] === "}" && --depth === 0) return at;
  }
  throw new ValueError("unmatched '{' in format");
}

/** `name!conversion:spec`, where the specification may hold fields of its own. */
function fillField(field: string, fields: FormatFields, depth: number): string {
  const nameEnd = field.search(/[!:]/);
  const name = nameEnd < 0 ? field : field.slice(0, nameEnd);
  const rest = nameEnd < 0 ? "" : field.slice(nameEnd);
  const colon = rest.startsWith("!") ? 2 : 0;
  const value = convert(fields.get(name), rest.slice(0, colon), rest.slice(colon));
  return formatValue(
    value,
    rest.includes("{") ? fill(rest.slice(colon + 1), fields, depth - 1) : rest.slice(colon + 1),
  );
}

function convert(value: unknown, conversion: string, rest: string): unknown {
  if (conversion === "") return value;
  if (conversion === "!") throw new ValueError("end of format while looking for conversion specifier");
  if (rest !== "" && !rest.startsWith(":")) throw new ValueError("expected ':' after format specifier");
  if (conversion === "!r") return repr(value);
  if (conversion === "!s") return str(value);
  throw new ValueError(`Unknown conversion specifier ${conversion.slice(1)}`);
}
