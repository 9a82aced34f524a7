import type { ForAny } from "../ForAny.ts";
import type { Untold } from "../Untold.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { fromByteString } from "./fromByteString.ts";
import { sliceIndexes } from "./sliceIndexes.ts";
import { toByteString } from "./toByteString.ts";

/** `s[start:stop:step]` of a list (a new one), or of a `str`, whose positions are bytes. Null is a bound that is left out. */
export function sliceOf<C>(
  sequence: C,
  start: number | null,
  stop: number | null,
  ...step: ForAny<C, [step?: number | null]>
): Untold;
export function sliceOf<T>(
  sequence: readonly T[],
  start: number | null,
  stop: number | null,
  step?: number | null,
): T[];
export function sliceOf(sequence: string, start: number | null, stop: number | null, step?: number | null): string;
export function sliceOf(
  sequence: string | readonly unknown[],
  start: number | null,
  stop: number | null,
  step: number | null = null,
): string | unknown[] {
  if (step === 0) throw new ValueError("slice step cannot be zero");
  const items = typeof sequence === "string" ? toByteString(sequence) : sequence;
  if (step === null || step === 1) {
    const part = items.slice(start ?? 0, stop ?? items.length);
    return typeof part === "string" ? fromByteString(part) : part;
  }
  const indexes = sliceIndexes(items.length, start, stop, step);
  if (typeof items !== "string") return indexes.map((index) => items[index]);
  return fromByteString(indexes.map((index) => items.charAt(index)).join(""));
}
