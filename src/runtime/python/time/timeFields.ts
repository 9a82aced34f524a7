import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { StructTime, type TimeFields } from "./StructTime.ts";

/** The nine numbers of a time that a program has given as a struct_time or a tuple. */
export function timeFields(time: StructTime | readonly number[] | null): TimeFields {
  if (time === null) throw new PyTypeError("argument must be 9-item sequence, not None");
  if (time instanceof StructTime) return time.items;
  if (!isNine(time)) throw new PyTypeError(`function takes exactly 9 arguments (${time.length} given)`);
  return time;
}

const isNine = (time: readonly number[]): time is TimeFields => time.length === 9;
