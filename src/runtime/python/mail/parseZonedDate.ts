import { ValueError } from "../exceptions/ValueError.ts";
import { parseInteger } from "../numbers/parseInteger.ts";
import { isdigit } from "../text/isdigit.ts";
import { itemAt } from "../text/itemAt.ts";
import { split } from "../text/split.ts";
import { monthNames } from "../time/calendar.ts";

/** Which of Python's modules reads a date: `email.utils`, or `rfc822` and `mimetools`, which are older. */
export type DateRules = "email" | "rfc822";

/** Nine numbers as of `time.struct_time`, of which the last three are not read from the text, and seconds east of UTC. */
export type ZonedDate = [number, number, number, number, number, number, number, number, number, number | null];

const months = [...monthNames.map((name) => name.slice(0, 3).toLowerCase()), ...monthNames.map((n) => n.toLowerCase())];
const days = "mon tue wed thu fri sat sun".split(" ");
/** Hours and minutes east of UTC, read as one number. */
const zones: ReadonlyMap<string, number> = new Map([
  ...["UT", "UTC", "GMT", "Z"].map((name) => [name, 0] as const),
  ["AST", -400],
  ["ADT", -300],
  ["EST", -500],
  ["EDT", -400],
  ["CST", -600],
  ["CDT", -500],
  ["MST", -700],
  ["MDT", -600],
  ["PST", -800],
  ["PDT", -700],
]);

/**
 * `parsedate_tz(text)`: a date of mail or HTTP, in whatever order its parts stand; null if it is none. Python trips over some texts,
 * such as a blank, with an IndexError.
 */
export function parseZonedDate(text: string | null, rules: DateRules = "email"): ZonedDate | null {
  if (!text) return null;
  const parts = partsOf(text, rules);
  if (parts.length < 5) return null;
  let [day = "", month = "", year = "", time = "", zone = ""] = parts;
  month = month.toLowerCase();
  if (!months.includes(month)) [day, month] = [month, day.toLowerCase()];
  if (!months.includes(month)) return null;
  day = withoutComma(day);
  if (year.indexOf(":") > 0) [year, time] = [time, year];
  year = withoutComma(year);
  if (!isdigit(itemAt(year, 0))) [year, zone] = [zone, year];
  const clock = withoutComma(time).split(":");
  if (clock.length !== 2 && clock.length !== 3) return null;
  const numbers = [year, day, ...clock, "0"].map(integer);
  const [yy, dd, hours, minutes, seconds] = numbers;
  if (numbers.includes(null) || yy == null || dd == null || hours == null || minutes == null || seconds == null)
    return null;
  const full = rules === "email" && yy < 100 ? yy + (yy > 68 ? 1900 : 2000) : yy;
  const summer = rules === "email" ? -1 : 0;
  return [full, (months.indexOf(month) % 12) + 1, dd, hours, minutes, seconds, 0, 1, summer, secondsEast(zone)];
}

/** Day, month, year, time and zone, if nothing is missing; without the day of the week. */
function partsOf(text: string, rules: DateRules): string[] {
  const parts = split(text);
  const first = itemAt(parts, 0);
  const isDay = (rules === "email" ? /,$/ : /[,.]$/).test(first) || days.includes(first.toLowerCase());
  parts.splice(0, 1, ...(isDay ? [] : [first.slice(first.lastIndexOf(",") + 1)]));
  const date = (parts[0] ?? "").split("-");
  if (parts.length === 3 && date.length === 3) parts.splice(0, 1, ...date);
  if (parts.length !== 4) return parts;
  const [time = "", zone] = [parts[3], ""];
  const at = time.indexOf("+");
  return [...parts.slice(0, 3), ...(at > 0 ? [time.slice(0, at), time.slice(at + 1)] : [time, zone])];
}

function withoutComma(text: string): string {
  return itemAt(text, -1) === "," ? text.slice(0, -1) : text;
}

/** `-0500` in hours and minutes, or a name; null for another. */
function secondsEast(zone: string): number | null {
  const offset = zones.get(zone.toUpperCase()) ?? integer(zone);
  if (offset === null) return null;
  const size = Math.abs(offset);
  return Math.sign(offset) * (Math.floor(size / 100) * 3600 + (size % 100) * 60) + 0;
}

function integer(text: string): number | null {
  try {
    return parseInteger(text);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}
