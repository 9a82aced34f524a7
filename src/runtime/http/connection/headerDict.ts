import type { Dict } from "../../python/containers/Dict.ts";
import { dictFromPairs } from "../../python/containers/dictFromPairs.ts";
import { fieldValue } from "../framing.ts";
import { latin1ToText } from "../latin1.ts";
import { fieldsOf } from "../responseHeaders.ts";
import type { HeaderSource } from "../responseHeaders.ts";

/** `response.info().dict`: the names in lower case with their values, those of repeated fields joined; filled as the fields come. */
export function headerDict(source: HeaderSource): Dict<string, string> {
  const fields = fieldsOf(source);
  const names = fields.map(([name]) => name.toLowerCase());
  return dictFromPairs(names.map((name) => [name, latin1ToText(fieldValue(fields, name) ?? "")]));
}
