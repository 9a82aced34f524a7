import { ValueError } from "../exceptions/ValueError.ts";
import { reprStr } from "../repr/reprStr.ts";
import { dayNames, dayNumber, dayOfYear, monthNames, weekday } from "./calendar.ts";
import { StructTime, type TimeFields } from "./StructTime.ts";

const anyOf = (names: readonly string[]): string => names.toSorted((a, b) => b.length - a.length).join("|");
const short = (names: readonly string[]): string[] => names.map((name) => name.slice(0, 3));

/** What each directive matches (Lib/_strptime.py), in the C locale. */
const patterns: Readonly<Record<string, string>> = {
  d: "3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]",
  f: "[0-9]{1,6}",
  H: "2[0-3]|[0-1]\\d|\\d",
  I: "1[0-2]|0[1-9]|[1-9]",
  j: "36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]",
  m: "1[0-2]|0[1-9]|[1-9]",
  M: "[0-5]\\d|\\d",
  S: "6[0-1]|[0-5]\\d|\\d",
  U: "5[0-3]|[0-4]\\d|\\d",
  W: "5[0-3]|[0-4]\\d|\\d",
  w: "[0-6]",
  y: "\\d\\d",
  Y: "\\d\\d\\d\\d",
  A: anyOf(dayNames),
  a: anyOf(short(dayNames)),
  B: anyOf(monthNames),
  b: anyOf(short(monthNames)),
  p: "am|pm",
  Z: "utc|gmt",
};

const composed: Readonly<Record<string, string>> = { c: "%a %b %d %H:%M:%S %Y", x: "%m/%d/%y", X: "%H:%M:%S" };

/** What a text says by a format: the fields and the microseconds of `%f`. */
export interface ParsedTime {
  readonly fields: TimeFields;
  readonly microsecond: number;
}

type Show = (text: string) => string;

/** `time.strptime(text, format)`. The ValueError shows the two by these, which are the repr of what they are in Python. */
export function parseTime(
  text: string,
  format = "%a %b %d %H:%M:%S %Y",
  showText: Show = reprStr,
  showFormat: Show = reprStr,
): StructTime {
  return new StructTime(readTime(text, format, showText, showFormat).fields);
}

/** `_strptime._strptime`: a ValueError for a text that does not match. */
export function readTime(
  text: string,
  format: string,
  showText: Show = reprStr,
  showFormat: Show = reprStr,
): ParsedTime {
  const found = expression(format).exec(text);
  if (!found) {
    throw new ValueError(`time data ${showText(text)} does not match format ${showFormat(format)}`);
  }
  if (found[0].length !== text.length) throw new ValueError(`unconverted data remains: ${text.slice(found[0].length)}`);
  const groups = found.groups ?? {};
  const number = (name: string): number | null => (groups[name] === undefined ? null : Number(groups[name]));
  const place = (name: string, names: readonly string[]): number | null => {
    const given = groups[name]?.toLowerCase();
    return given === undefined ? null : names.findIndex((one) => one.toLowerCase() === given);
  };
  const two = number("y");
  const named = place("B", monthNames) ?? place("b", short(monthNames));
  let month = number("m") ?? (named === null ? 1 : named + 1);
  let day = number("d") ?? 1;
  const given = number("Y") ?? (two === null ? null : two <= 68 ? 2000 + two : 1900 + two);
  // Without a year February 29th is looked at in a leap year, and is of 1900 all the same.
  const leapDay = given === null && month === 2 && day === 29;
  let year = given ?? (leapDay ? 1904 : 1900);
  const sunday = number("w");
  let week = place("A", dayNames) ?? place("a", short(dayNames)) ?? (sunday === null ? null : (sunday + 6) % 7);
  const ordinal = number("j") ?? ordinalOfWeek(year, week, number("U"), number("W"));
  if (ordinal !== null) {
    const date = new Date((dayNumber(year, 1, 1) + ordinal - 1) * 86_400_000);
    [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  }
  if (day > dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)) {
    throw new ValueError("day is out of range for month");
  }
  week ??= weekday(year, month, day);
  const fields: TimeFields = [
    leapDay ? 1900 : year,
    month,
    day,
    hourOf(number("H"), number("I"), groups["p"]?.toLowerCase()),
    number("M") ?? 0,
    number("S") ?? 0,
    week,
    dayOfYear(year, month, day),
    groups["Z"] === undefined ? -1 : 0,
  ];
  return { fields, microsecond: Number((groups["f"] ?? "0").padEnd(6, "0")) };
}

/** Without `%p` the hour of `%I` is taken as one before noon. */
function hourOf(hour: number | null, half: number | null, period: string | undefined): number {
  return half === null ? (hour ?? 0) : (half % 12) + (period === "pm" ? 12 : 0);
}

/** The day of the year by the week's number, counted from Sunday (`%U`) or Monday (`%W`), and the day of the week. */
function ordinalOfWeek(
  year: number,
  week: number | null,
  bySunday: number | null,
  byMonday: number | null,
): number | null {
  const number = bySunday ?? byMonday;
  if (week === null || number === null) return null;
  const shift = bySunday === null ? 0 : 1;
  const first = (weekday(year, 1, 1) + shift) % 7;
  const day = (week + shift) % 7;
  return number === 0 ? 1 + day - first : 1 + ((7 - first) % 7) + 7 * (number - 1) + day;
}

function expression(format: string): RegExp {
  const expanded = format.replace(/%([cxX])/g, (_, name: string) => composed[name] ?? "");
  const escaped = expanded.replace(/([\\.^$*+?(){}[\]|])/g, "\\$1").replace(/[\t-\r ]+/g, "[\\t-\\r ]+");
  let source = "";
  for (let at = 0; at < escaped.length; at++) {
    if (escaped[at] !== "%") {
      source += escaped[at];
      continue;
    }
    at++;
    const name = escaped[at];
    if (name === undefined) throw new ValueError(`stray % in format '${format}'`);
    if (name === "%") source += "%";
    else {
      const pattern = Object.hasOwn(patterns, name) ? patterns[name] : undefined;
      if (pattern === undefined) throw new ValueError(`'${name}' is a bad directive in format '${format}'`);
      source += `(?<${name}>${pattern})`;
    }
  }
  return new RegExp(source, "iy");
}
