import { fieldsOf, fieldText } from "./responseHeaders.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().getheader(name)`: the field's value, those of repeated fields joined by commas; null if there is none. */
export function header(source: HeaderSource, name: string): string | null {
  return fieldText(fieldsOf(source), name);
}
