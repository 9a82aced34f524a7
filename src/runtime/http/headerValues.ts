import { latin1ToText } from "./latin1.ts";
import { receivedFields } from "./responseHeaders.ts";

/** `response.info().getheaders(name)`: the values of repeated fields, each by itself. */
export function headerValues(response: { readonly headers: Headers }, name: string): string[] {
  const fields = receivedFields.get(response.headers) ?? [...response.headers];
  return fields.filter(([field]) => field.toLowerCase() === name.toLowerCase()).map(([, value]) => latin1ToText(value));
}
