import { Dict } from "../../python/containers/Dict.ts";
import { fieldValue } from "../framing.ts";
import { latin1ToText } from "../latin1.ts";
import { fieldsOf } from "../responseHeaders.ts";
import type { HeaderSource } from "../responseHeaders.ts";

/** `response.getheaders()`: names in lower case with their values, those of repeated fields joined, in the order of Python's dict. */
export function headerPairs(source: HeaderSource): [name: string, value: string][] {
  const fields = fieldsOf(source);
  const names = fields.map(([name]) => name.toLowerCase());
  return [...new Dict(names.map((name) => [name, latin1ToText(fieldValue(fields, name) ?? "")]))];
}
