import { ValueError } from "../exceptions/ValueError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { dayNames, dayNumber, monthNames, weekday } from "./calendar.ts";
import { localTime } from "./breakDown.ts";
import { fullYear } from "./fullYear.ts";
import { makeTime } from "./makeTime.ts";
import { timeFields } from "./timeFields.ts";
import type { StructTime, TimeFields } from "./StructTime.ts";

/** `time.strftime(format, t)`, with the directives of glibc in the C locale. The zone's name (`%Z`) is not known to JavaScript. */
export function formatTime(format: string, time: StructTime | readonly number[] | null = localTime()): string {
  const [year, ...rest] = timeFields(time);
  const fields: TimeFields = [fullYear(year), ...rest];
  checkFields(fields);
  return format.replace(
    /%([-_0^#]*)(\d*)[EO]?([A-Za-z%+])/g,
    (whole, flags: string, width: string, directive: string) => {
      const shown = directives(directive, fields, flags);
      return shown === null ? whole : adjust(shown, flags, width);
    },
  );
}

/** A directive's text and the padding that it has by itself. */
interface Shown {
  readonly text: string;
  readonly pad: "0" | " " | "";
  readonly width: number;
}

const plain = (text: string): Shown => ({ text, pad: "", width: 0 });
const zeros = (n: number, width = 2): Shown => ({ text: String(n), pad: "0", width });
const blanks = (n: number, width = 2): Shown => ({ text: String(n), pad: " ", width });

function directives(directive: string, fields: TimeFields, flags: string): Shown | null {
  const [year, month, day, hour, minute, second, week, yearDay] = fields;
  const again = (format: string): Shown => plain(formatTime(format, fields));
  const iso = isoWeek(year, yearDay, week);
  switch (directive) {
    case "a":
      return plain((dayNames[week] ?? "?").slice(0, 3));
    case "A":
      return plain(dayNames[week] ?? "?");
    case "b":
    case "h":
      return plain((monthNames[month - 1] ?? "?").slice(0, 3));
    case "B":
      return plain(monthNames[month - 1] ?? "?");
    case "c":
      return again("%a %b %e %H:%M:%S %Y");
    case "C":
      return zeros(Math.floor(year / 100));
    case "d":
      return zeros(day);
    case "D":
    case "x":
      return again("%m/%d/%y");
    case "e":
      return blanks(day);
    case "F":
      return again("%Y-%m-%d");
    case "g":
      return zeros(iso.year % 100);
    case "G":
      return plain(String(iso.year));
    case "H":
      return zeros(hour);
    case "I":
      return zeros(hour % 12 || 12);
    case "j":
      return zeros(yearDay, 3);
    case "k":
      return blanks(hour);
    case "l":
      return blanks(hour % 12 || 12);
    case "m":
      return zeros(month);
    case "M":
      return zeros(minute);
    case "n":
      return plain("\n");
    case "p":
      return plain(flags.includes("#") ? (hour < 12 ? "am" : "pm") : hour < 12 ? "AM" : "PM");
    case "P":
      return plain(hour < 12 ? "am" : "pm");
    case "r":
      return again("%I:%M:%S %p");
    case "R":
      return again("%H:%M");
    case "s":
      return plain(String(makeTime(fields)));
    case "S":
      return zeros(second);
    case "t":
      return plain("\t");
    case "T":
    case "X":
      return again("%H:%M:%S");
    case "u":
      return plain(String(week + 1));
    case "U":
      return zeros(Math.floor((yearDay + 6 - ((week + 1) % 7)) / 7));
    case "V":
      return zeros(iso.week);
    case "w":
      return plain(String((week + 1) % 7));
    case "W":
      return zeros(Math.floor((yearDay + 6 - week) / 7));
    case "y":
      return zeros(((year % 100) + 100) % 100);
    case "Y":
      return plain(String(year));
    case "Z":
      throw new UntranslatedError("U0103", "the name of the time zone, %Z");
    case "z":
      // Python 2.7 does not know the offset of a tuple's zone.
      return plain("+0000");
    case "%":
      return plain("%");
    default:
      return null;
  }
}

function adjust({ text, pad, width }: Shown, flags: string, wanted: string): string {
  const flag = [...flags].findLast((one) => "-_0".includes(one));
  const fill = flag === "_" ? " " : flag === "0" ? "0" : flag === "-" ? "" : pad;
  const cased = flags.includes("^") || (flags.includes("#") && /^[A-Z][a-z]/.test(text)) ? text.toUpperCase() : text;
  const room = wanted === "" ? width : Number(wanted);
  return fill === "" ? (wanted === "" || flag === "-" ? cased : cased.padStart(room, " ")) : cased.padStart(room, fill);
}

/** The week of ISO 8601 and the year that it belongs to; Monday is 0. */
export function isoWeek(year: number, yearDay: number, week: number): { year: number; week: number } {
  const number = Math.floor((yearDay - 1 - week + 10) / 7);
  if (number < 1) return { year: year - 1, week: weeksIn(year - 1) };
  return number > weeksIn(year) ? { year: year + 1, week: 1 } : { year, week: number };
}

function weeksIn(year: number): number {
  const first = weekday(year, 1, 1);
  const days = dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1);
  return first === 3 || (first === 2 && days === 366) ? 53 : 52;
}

/** Python's own checks, in their order. */
function checkFields([, month, day, hour, minute, second, , yearDay]: TimeFields): void {
  const check = (ok: boolean, what: string): void => {
    if (!ok) throw new ValueError(`${what} out of range`);
  };
  check(month >= 0 && month <= 12, "month");
  check(day >= 0 && day <= 31, "day of month");
  check(hour >= 0 && hour <= 23, "hour");
  check(minute >= 0 && minute <= 59, "minute");
  check(second >= 0 && second <= 61, "seconds");
  check(yearDay >= 0 && yearDay <= 366, "day of year");
}
