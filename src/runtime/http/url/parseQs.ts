import { Dict } from "../../python/containers/Dict.ts";
import { parseQsl } from "./parseQsl.ts";
import { unquote } from "./unquote.ts";

/** `urlparse.parse_qs`: the parameters of a query, as `parseQsl` reads them, with a list of values for each name. */
export function parseQs(
  query: string,
  keepBlank: unknown = false,
  strict: unknown = false,
  decode: (text: string) => string = unquote,
): Dict<string, string[]> {
  const values = new Dict<string, string[]>();
  for (const [name, value] of parseQsl(query, keepBlank, strict, decode)) {
    const list = values.get(name);
    if (list === undefined) values.set(name, [value]);
    else list.push(value);
  }
  return values;
}
