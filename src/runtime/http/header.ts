import { fieldValue } from "./framing.ts";
import { latin1ToText } from "./latin1.ts";
import { fieldsOf } from "./responseHeaders.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().getheader(name)`: the field's value, those of repeated fields joined by commas; null if there is none. */
export function header(source: HeaderSource, name: string): string | null {
  const value = fieldValue(fieldsOf(source), name);
  return value === null ? null : latin1ToText(value);
}
