import { ValueError } from "../exceptions/ValueError.ts";
import { unicodeRfind } from "./unicodeRfind.ts";

/** `u.rindex(part, start, stop)` of a `unicode`: as rfind, with a ValueError instead of -1. */
export function unicodeRindex(
  text: string,
  part: string,
  start: number | null = null,
  stop: number | null = null,
): number {
  const at = unicodeRfind(text, part, start, stop);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}
