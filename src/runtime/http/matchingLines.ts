import { linesOf } from "./headerLines.ts";
import { fieldsOf } from "./responseHeaders.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `info().getallmatchingheaders(name)`: the lines of all fields of that name, as they came. */
export function matchingLines(source: HeaderSource, name: string): string[] {
  return fieldsOf(source)
    .filter(([field]) => field.toLowerCase() === name.toLowerCase())
    .flatMap(linesOf);
}

/** `info().getfirstmatchingheader(name)`: those of the first one alone. */
export function firstMatchingLines(source: HeaderSource, name: string): string[] {
  const field = fieldsOf(source).find(([one]) => one.toLowerCase() === name.toLowerCase());
  return field ? linesOf(field) : [];
}

/** `info().getrawheader(name)`: the first one as it came, after the colon, with its end; null if there is none. */
export function rawHeader(source: HeaderSource, name: string): string | null {
  const lines = firstMatchingLines(source, name);
  return lines.length > 0 ? lines.join("").slice(name.length + 1) : null;
}
