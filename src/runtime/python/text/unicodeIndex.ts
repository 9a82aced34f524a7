import { ValueError } from "../exceptions/ValueError.ts";
import { unicodeFind } from "./unicodeFind.ts";

/** `u.index(part, start, stop)` of a `unicode`: as find, with a ValueError instead of -1. */
export function unicodeIndex(
  text: string,
  part: string,
  start: number | null = null,
  stop: number | null = null,
): number {
  const at = unicodeFind(text, part, start, stop);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}
