import { latin1ToText } from "./latin1.ts";
import type { Head } from "./readHead.ts";
import { fieldsOf } from "./responseHeaders.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().headers`: the lines of the fields with their ends, as they came. */
export function headerLines(source: HeaderSource): string[] {
  return fieldsOf(source).flatMap(linesOf);
}

/** The lines of one field, of which it has more than one if it goes on with a blank. */
export function linesOf([name, value, lines = `${name}: ${value}\r\n`]: Head["fields"][number]): string[] {
  return (lines.match(/[^\n]*\n|[^\n]+$/g) ?? []).map(latin1ToText);
}
