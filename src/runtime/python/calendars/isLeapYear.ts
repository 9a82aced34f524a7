/** `calendar.isleap(year)`. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `calendar.leapdays(first, end)`: leap years from the one up to, not with, the other. */
export function leapDays(first: number, end: number): number {
  const before = (year: number): number =>
    Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);
  return before(end) - before(first);
}
