import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { unquote } from "./unquote.ts";

/**
 * `urlparse.parse_qsl` of 2.7: the parameters of a query in order, between `&` or `;`. Those without a value are left
 * out unless `keepBlank`; what is no parameter raises a ValueError if `strict`. `decode` reads a name or value: of a query that is
 * `unicode` in Python, `unquoteUnicode` does.
 */
export function parseQsl(
  query: string,
  keepBlank: unknown = false,
  strict: unknown = false,
  decode: (text: string) => string = unquote,
): [string, string][] {
  const read = (text: string): string => decode(text.replaceAll("+", " "));
  const parameters: [string, string][] = [];
  for (const field of query.split(/[&;]/)) {
    if (field === "" && !strict) continue;
    const at = field.indexOf("=");
    if (at < 0 && strict) throw new ValueError(`bad query field: ${reprStr(field)}`);
    const [name, value] = at < 0 ? [field, ""] : [field.slice(0, at), field.slice(at + 1)];
    if (value !== "" || keepBlank) parameters.push([read(name), read(value)]);
  }
  return parameters;
}
