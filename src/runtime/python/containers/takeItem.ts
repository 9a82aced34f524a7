import { getItem } from "../dynamic/getItem.ts";
import { getSlice } from "../dynamic/getSlice.ts";
import { Slice } from "./Slice.ts";

/** `container[key]` of a list, a tuple or a `str`, by a slice or by an index. */
export function takeItem<T>(container: readonly T[], key: Slice, kind?: "tuple"): T[];
export function takeItem(container: string, key: number | Slice): string;
export function takeItem<T>(container: string | readonly T[], key: Slice): string | T[];
export function takeItem<T>(container: readonly T[], key: number | Slice, kind?: "tuple"): T | T[];
export function takeItem(container: string | readonly unknown[], key: number | Slice, kind?: "tuple"): unknown {
  return key instanceof Slice
    ? getSlice(container, key.start, key.stop, key.step)
    : getItem(container, key, typeof container === "string" ? "str" : kind);
}
