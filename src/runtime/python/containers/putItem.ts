import { setItem } from "../dynamic/setItem.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { iterate } from "../dynamic/iterate.ts";
import { setExtendedSlice } from "./setExtendedSlice.ts";
import { Slice } from "./Slice.ts";

/** `list[key] = value` by a slice, whose value is gone through, or by an index. */
export function putItem(list: unknown[], key: number | Slice, value: unknown): void {
  if (key instanceof Slice && (value === null || (typeof value !== "object" && typeof value !== "string")))
    throw new PyTypeError(
      (key.step ?? 1) === 1 ? "can only assign an iterable" : "must assign iterable to extended slice",
    );
  if (key instanceof Slice) setExtendedSlice(list, key.start, key.stop, key.step, iterate(value));
  else setItem(list, key, value);
}
