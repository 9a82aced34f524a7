import { OverflowError } from "../exceptions/OverflowError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { valueMethod, type ValueKey } from "../hash/valueMethod.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { dayNumber, dayOfYear, weekday } from "../time/calendar.ts";
import { formatTime, isoWeek } from "../time/formatTime.ts";
import { localTime } from "../time/breakDown.ts";
import { StructTime } from "../time/StructTime.ts";
import { timeText } from "../time/timeText.ts";
import { TimeDelta } from "./TimeDelta.ts";

/** Days from the day before 0001-01-01 to 1970-01-01. */
const EPOCH = 719_163;

/** `datetime.date`. */
export class PyDate {
  /** 9999-12-31. */
  static readonly lastOrdinal = 3_652_059;
  readonly year: number;
  readonly month: number;
  readonly day: number;

  constructor(year: number, month: number, day: number) {
    if (year < 1 || year > 9999) throw new ValueError("year is out of range");
    if (month < 1 || month > 12) throw new ValueError("month must be in 1..12");
    if (day < 1 || day > dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)) {
      throw new ValueError("day is out of range for month");
    }
    this.year = year;
    this.month = month;
    this.day = day;
  }

  weekday(): number {
    return weekday(this.year, this.month, this.day);
  }

  isoweekday(): number {
    return this.weekday() + 1;
  }

  isocalendar(): [year: number, week: number, day: number] {
    const { year, week } = isoWeek(this.year, this.#yearDay(), this.weekday());
    return [year, week, this.isoweekday()];
  }

  toordinal(): number {
    return dayNumber(this.year, this.month, this.day) + EPOCH;
  }

  timetuple(): StructTime {
    return new StructTime([this.year, this.month, this.day, 0, 0, 0, this.weekday(), this.#yearDay(), -1]);
  }

  strftime(format: string): string {
    return formatDate(format, this.year, this.timetuple(), 0);
  }

  ctime(): string {
    return timeText(this.timetuple());
  }

  __format__(format: string): string {
    return this.strftime(format);
  }

  isoformat(): string {
    return isoDate(this);
  }

  replace(parts: { year?: number; month?: number; day?: number }): PyDate {
    return new PyDate(parts.year ?? this.year, parts.month ?? this.month, parts.day ?? this.day);
  }

  /** Only the whole days of the difference count. */
  add(delta: TimeDelta): PyDate {
    return dateFromOrdinal(this.toordinal() + delta.days);
  }

  subtract(delta: TimeDelta): PyDate {
    return dateFromOrdinal(this.toordinal() - delta.days);
  }

  since(other: PyDate): TimeDelta {
    return new TimeDelta(BigInt(this.toordinal() - other.toordinal()) * 86_400_000_000n);
  }

  valueOf(): number | bigint {
    return this.toordinal();
  }

  [valueMethod](): ValueKey {
    const text = String.fromCharCode(this.year >> 8, this.year & 0xff, this.month, this.day);
    return { type: "date", text, hashed: [text] };
  }

  toString(): string {
    return this.isoformat();
  }

  [reprMethod](): string {
    return `datetime.date(${this.year}, ${this.month}, ${this.day})`;
  }

  #yearDay(): number {
    return dayOfYear(this.year, this.month, this.day);
  }
}

export function isoDate({ year, month, day }: { year: number; month: number; day: number }): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** `strftime` of dates: `%f` is the microseconds; years before 1900 are refused. */
export function formatDate(format: string, year: number, time: StructTime, microsecond: number): string {
  if (year < 1900) {
    throw new ValueError(`year=${year} is before 1900; the datetime strftime() methods require year >= 1900`);
  }
  const filled = format.replace(/%([^])/g, (whole, name: string) => {
    if (name === "f") return String(microsecond).padStart(6, "0");
    return name === "z" || name === "Z" ? "" : whole;
  });
  return formatTime(filled, time);
}

/** The date of a day, 0001-01-01 being 1. */
export function dateFromOrdinal(ordinal: number): PyDate {
  if (ordinal < 1 || ordinal > PyDate.lastOrdinal) throw new OverflowError("date value out of range");
  const date = new Date((ordinal - EPOCH) * 86_400_000);
  return new PyDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** `datetime.date.today()`, `datetime.date.fromtimestamp(seconds)`. */
export function localDate(seconds: number | null = null): PyDate {
  const [year, month, day] = localTime(seconds === null ? null : Math.floor(seconds)).items;
  return new PyDate(year, month, day);
}
