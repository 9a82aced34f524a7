import { dayNames, monthNames } from "./calendar.ts";
import { localTime } from "./breakDown.ts";
import { fullYear } from "./fullYear.ts";
import { timeFields } from "./timeFields.ts";
import type { StructTime } from "./StructTime.ts";

/** `time.asctime(t)`: `Sun Jun 20 23:21:05 1993`. */
export function timeText(time: StructTime | readonly number[] | null = localTime()): string {
  const [year, month, day, hour, minute, second, week] = timeFields(time);
  const two = (n: number): string => String(n).padStart(2, "0");
  const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
  const date = `${(monthNames[month - 1] ?? "").slice(0, 3)} ${String(day).padStart(2)}`;
  return `${(dayNames[week] ?? "").slice(0, 3)} ${date} ${clock} ${fullYear(year)}`;
}
