import { deleteItem } from "../dynamic/deleteItem.ts";
import { deleteSlice } from "./deleteSlice.ts";
import { Slice } from "./Slice.ts";

/** `del list[key]` by a slice or by an index. */
export function dropItem(list: unknown[], key: number | Slice): void {
  if (key instanceof Slice) deleteSlice(list, key.start, key.stop, key.step ?? 1);
  else deleteItem(list, key);
}
