import { latin1ToText } from "./latin1.ts";
import { receivedFields } from "./responseHeaders.ts";

/** `response.info().headers`: the fields as lines with their ends, in the order and with the capitals they came in. */
export function headerLines(response: { readonly headers: Headers }): string[] {
  const fields = receivedFields.get(response.headers) ?? [...response.headers];
  return fields.map(([name, value]) => `${name}: ${latin1ToText(value)}\r\n`);
}
