import { ValueError } from "../exceptions/ValueError.ts";
import { sliceIndexes } from "../text/sliceIndexes.ts";
import { setSlice } from "./setSlice.ts";

/** `list[start:stop:step] = items`: as many items as there are places. Null is a bound that is left out. */
export function setExtendedSlice<T>(
  list: T[],
  start: number | null,
  stop: number | null,
  step: number | null,
  items: Iterable<T>,
): void {
  if (step === null || step === 1) {
    setSlice(list, start, stop, items);
    return;
  }
  if (step === 0) throw new ValueError("slice step cannot be zero");
  const places = sliceIndexes(list.length, start, stop, step);
  const values = [...items];
  if (values.length !== places.length) {
    throw new ValueError(
      `attempt to assign sequence of size ${values.length} to extended slice of size ${places.length}`,
    );
  }
  places.forEach((place, i) => (list[place] = values[i] as T));
}
