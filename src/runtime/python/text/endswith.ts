import { bounds } from "./bounds.ts";
import { toByteString } from "./toByteString.ts";

/** `s.endswith(suffix, start, stop)`; several suffixes are a tuple in Python. */
export function endswith(
  text: string,
  suffix: string | readonly string[],
  start: number | null = null,
  stop: number | null = null,
): boolean {
  const bytes = toByteString(text);
  const [from, to] = bounds(bytes.length, start, stop);
  const suffixes = typeof suffix === "string" ? [suffix] : suffix;
  return from <= to && suffixes.some((one) => bytes.slice(from, to).endsWith(toByteString(one)));
}
