import { dayNames, monthNames } from "../time/calendar.ts";

const short = (names: readonly string[]): readonly string[] => names.map((name) => name.slice(0, 3));

/** `calendar.day_name`: Monday is the first. */
export const calendarDayNames: readonly string[] = dayNames;

/** `calendar.day_abbr`. */
export const calendarDayShortNames: readonly string[] = short(dayNames);

/** `calendar.month_name`: January is number 1, and number 0 is empty. */
export const calendarMonthNames: readonly string[] = ["", ...monthNames];

/** `calendar.month_abbr`. */
export const calendarMonthShortNames: readonly string[] = short(calendarMonthNames);
