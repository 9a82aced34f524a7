const DAY = 86_400_000;

/** Days from 1970-01-01 to a day of the proleptic Gregorian calendar; the month counts from 1. */
export function dayNumber(year: number, month: number, day: number): number {
  // Date.UTC takes years below 100 for those of the 20th century; 400 years are a whole number of weeks.
  return Date.UTC(year + 400, month - 1, day) / DAY - 146_097;
}

/** Monday is 0. */
export function weekday(year: number, month: number, day: number): number {
  return (((dayNumber(year, month, day) + 3) % 7) + 7) % 7;
}

/** January 1st is 1. */
export function dayOfYear(year: number, month: number, day: number): number {
  return dayNumber(year, month, day) - dayNumber(year, 1, 1) + 1;
}

export const dayNames: readonly string[] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

export const monthNames: readonly string[] =
  "January February March April May June July August September October November December".split(" ");
