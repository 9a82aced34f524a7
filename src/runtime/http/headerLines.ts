import { latin1ToText } from "./latin1.ts";
import { fieldsOf } from "./responseHeaders.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().headers`: the fields as lines with their ends, in the order and with the capitals they came in. */
export function headerLines(source: HeaderSource): string[] {
  const fields = fieldsOf(source);
  return fields.map(([name, value]) => `${name}: ${latin1ToText(value)}\r\n`);
}
