import { PyDate } from "../datetime/PyDate.ts";
import { IllegalMonthError } from "./IllegalMonthError.ts";
import { isLeapYear } from "./isLeapYear.ts";

/** `calendar.monthrange(year, month)`: the weekday of its first day, Monday being 0, and how many days it has. */
export function monthRange(year: number, month: number): [weekday: number, days: number] {
  if (month < 1 || month > 12) throw new IllegalMonthError(month);
  const days = month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return [new PyDate(year, month, 1).weekday(), days];
}
