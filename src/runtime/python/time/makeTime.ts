import { fullYear } from "./fullYear.ts";
import { timeFields } from "./timeFields.ts";
import type { StructTime } from "./StructTime.ts";

/** `time.mktime(t)`: seconds since 1970 of a local time. Where the clock is put back, `tm_isdst` says which of two times is meant. */
export function makeTime(time: StructTime | readonly number[] | null): number {
  const [year, month, day, hour, minute, second, , , summer] = timeFields(time);
  const date = new Date(2000, 0, 1);
  date.setFullYear(fullYear(year), month - 1, day);
  date.setHours(hour, minute, second, 0);
  const seconds = date.getTime() / 1000;
  const later = new Date((seconds + 3600) * 1000);
  const repeats = later.getHours() === date.getHours() && later.getMinutes() === date.getMinutes();
  return summer === 0 && repeats ? seconds + 3600 : seconds;
}
