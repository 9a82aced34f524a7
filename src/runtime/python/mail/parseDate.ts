import { parseZonedDate, type DateRules } from "./parseZonedDate.ts";

/** `parsedate(text)`: the nine numbers of a date, without its zone; null if it is none. */
export function parseDate(
  text: string | null,
  rules: DateRules = "email",
): [number, number, number, number, number, number, number, number, number] | null {
  const date = parseZonedDate(text, rules);
  if (date === null) return null;
  const [year, month, day, hours, minutes, seconds, weekday, yearday, summer] = date;
  return [year, month, day, hours, minutes, seconds, weekday, yearday, summer];
}
