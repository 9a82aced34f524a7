import { ValueError } from "../exceptions/ValueError.ts";
import { find } from "./find.ts";

/** `s.index(part, start, stop)`: as find, with a ValueError instead of -1. */
export function index(text: string, part: string, start: number | null = null, stop: number | null = null): number {
  const at = find(text, part, start, stop);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}
