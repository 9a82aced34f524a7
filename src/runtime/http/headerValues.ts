import { latin1ToText } from "./latin1.ts";
import { fieldsOf } from "./responseHeaders.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().getheaders(name)`: the values of repeated fields, each by itself. */
export function headerValues(source: HeaderSource, name: string): string[] {
  const fields = fieldsOf(source);
  return fields.filter(([field]) => field.toLowerCase() === name.toLowerCase()).map(([, value]) => latin1ToText(value));
}
