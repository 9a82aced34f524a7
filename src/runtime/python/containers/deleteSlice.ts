import { ValueError } from "../exceptions/ValueError.ts";
import { sliceIndexes } from "../text/sliceIndexes.ts";

/** `del list[start:stop:step]`. Null is a bound that is left out. */
export function deleteSlice(list: unknown[], start: number | null, stop: number | null, step: number): void {
  if (step === 0) throw new ValueError("slice step cannot be zero");
  const places = new Set(sliceIndexes(list.length, start, stop, step));
  const left = list.filter((_, place) => !places.has(place));
  list.length = 0;
  for (const item of left) list.push(item);
}
