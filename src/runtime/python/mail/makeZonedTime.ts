import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { itemAt } from "../text/itemAt.ts";
import { makeTime } from "../time/makeTime.ts";
import { secondsOfUtc } from "../calendars/secondsOfUtc.ts";
import { zoneOffset } from "../time/zone.ts";
import type { DateRules } from "./parseZonedDate.ts";

/** `mktime_tz(date)`: seconds since 1970 of what `parsedate_tz` gives; in the local zone if it has none. */
export function makeZonedTime(date: readonly (number | null)[] | null, rules: DateRules = "email"): number {
  if (date === null) throw new PyTypeError("'NoneType' object has no attribute '__getitem__'");
  const zone = itemAt(date, 9, "tuple");
  const numbers = date.slice(0, 8).map(Number);
  if (zone === null) return makeTime([...numbers, -1]);
  return rules === "email" ? secondsOfUtc(numbers) - zone : makeTime([...numbers, 0]) - zone - zoneOffset();
}
