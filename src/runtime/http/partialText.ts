import { decodeText } from "../python/text/decodeText.ts";
import type { IncompleteRead } from "./errors/HTTPException.ts";

/** `error.partial`: what came of a body before it was cut, as text. */
export function partialText({ partial }: IncompleteRead): string {
  return typeof partial === "string" ? partial : decodeText(partial);
}
