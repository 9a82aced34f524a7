import { PyDate } from "../datetime/PyDate.ts";
import type { StructTime } from "../time/StructTime.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { ValueError } from "../exceptions/ValueError.ts";

const EPOCH = 719_163;

/** `calendar.timegm(t)`: seconds since 1970 of a time in UTC. Days, hours and the like may be beyond their usual bounds. */
export function secondsOfUtc(time: StructTime | readonly number[] | null): number {
  if (time === null) throw new PyTypeError("'NoneType' object has no attribute '__getitem__'");
  const [year, month, day, hour, minute, second] = time;
  if (second === undefined || minute === undefined || hour === undefined || day === undefined || month === undefined)
    throw new ValueError(`need more than ${[...time].length} value${[...time].length === 1 ? "" : "s"} to unpack`);
  const days = new PyDate(year ?? 0, month, 1).toordinal() - EPOCH + day - 1;
  return ((days * 24 + hour) * 60 + minute) * 60 + second;
}
