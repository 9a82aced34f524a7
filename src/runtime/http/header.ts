import { fieldValue } from "./framing.ts";
import { latin1ToText } from "./latin1.ts";
import { receivedFields } from "./responseHeaders.ts";

/** `response.info().getheader(name)`: the field's value, those of repeated fields joined by commas; null if there is none. */
export function header(response: { readonly headers: Headers }, name: string): string | null {
  const fields = receivedFields.get(response.headers);
  if (fields === undefined) return response.headers.get(name);
  const value = fieldValue(fields, name);
  return value === null ? null : latin1ToText(value);
}
