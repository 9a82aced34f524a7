import { ValueError } from "../exceptions/ValueError.ts";
import { rfind } from "./rfind.ts";

/** `s.rindex(part, start, stop)`: as rfind, with a ValueError instead of -1. */
export function rindex(text: string, part: string, start: number | null = null, stop: number | null = null): number {
  const at = rfind(text, part, start, stop);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}
