import { bounds } from "./bounds.ts";
import { toByteString } from "./toByteString.ts";

/** `s.startswith(prefix, start, stop)`; several prefixes are a tuple in Python. */
export function startswith(
  text: string,
  prefix: string | readonly string[],
  start: number | null = null,
  stop: number | null = null,
): boolean {
  const bytes = toByteString(text);
  const [from, to] = bounds(bytes.length, start, stop);
  const prefixes = typeof prefix === "string" ? [prefix] : prefix;
  return from <= to && prefixes.some((one) => bytes.slice(from, to).startsWith(toByteString(one)));
}
