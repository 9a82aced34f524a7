import type { Untold } from "../Untold.ts";
import { IndexError } from "../exceptions/IndexError.ts";
import { decodeText } from "./decodeText.ts";
import { toByteString } from "./toByteString.ts";

/** `s[index]` of a list, or of a `str`, whose items are bytes. Negative indexes count from the end. */
export function itemAt<T = Untold>(sequence: readonly T[], index: number, type?: "list" | "tuple"): T;
export function itemAt(sequence: string, index: number): string;
export function itemAt(sequence: string | readonly unknown[], index: number, type = "list"): unknown {
  const items = typeof sequence === "string" ? toByteString(sequence) : sequence;
  const at = index < 0 ? index + items.length : index;
  if (!(at >= 0 && at < items.length)) {
    throw new IndexError(`${typeof sequence === "string" ? "string" : type} index out of range`);
  }
  return typeof items === "string" ? decodeText(Uint8Array.of(items.charCodeAt(at))) : items[at];
}
