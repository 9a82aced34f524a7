import { ValueError } from "../exceptions/ValueError.ts";
import { valueMethod, type ValueKey } from "../hash/valueMethod.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { localTime, utcTime } from "../time/breakDown.ts";
import { StructTime } from "../time/StructTime.ts";
import { readTime } from "../time/parseTime.ts";
import { timeText } from "../time/timeText.ts";
import { dateFromOrdinal, formatDate, isoDate, PyDate } from "./PyDate.ts";
import { TimeDelta } from "./TimeDelta.ts";

const DAY = 86_400_000_000n;

/** The parts of a `datetime.datetime` that `replace` may change. */
export interface DateTimeParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly microsecond?: number;
}

/** `datetime.datetime` without a time zone. */
export class DateTime {
  readonly #date: PyDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;

  constructor(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, microsecond = 0) {
    this.#date = new PyDate(year, month, day);
    if (hour < 0 || hour > 23) throw new ValueError("hour must be in 0..23");
    if (minute < 0 || minute > 59) throw new ValueError("minute must be in 0..59");
    if (second < 0 || second > 59) throw new ValueError("second must be in 0..59");
    if (microsecond < 0 || microsecond > 999_999) throw new ValueError("microsecond must be in 0..999999");
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
  }

  get year(): number {
    return this.#date.year;
  }

  get month(): number {
    return this.#date.month;
  }

  get day(): number {
    return this.#date.day;
  }

  date(): PyDate {
    return this.#date;
  }

  weekday(): number {
    return this.#date.weekday();
  }

  isoweekday(): number {
    return this.#date.isoweekday();
  }

  isocalendar(): [year: number, week: number, day: number] {
    return this.#date.isocalendar();
  }

  toordinal(): number {
    return this.#date.toordinal();
  }

  timetuple(): StructTime {
    const [year, month, day, , , , week, yearDay] = this.#date.timetuple().items;
    return new StructTime([year, month, day, this.hour, this.minute, this.second, week, yearDay, -1]);
  }

  strftime(format: string): string {
    return formatDate(format, this.year, this.timetuple(), this.microsecond);
  }

  ctime(): string {
    return timeText(this.timetuple());
  }

  isoformat(separator = "T"): string {
    const clock = [this.hour, this.minute, this.second].map((n) => String(n).padStart(2, "0")).join(":");
    const fraction = this.microsecond === 0 ? "" : `.${String(this.microsecond).padStart(6, "0")}`;
    return `${isoDate(this)}${separator}${clock}${fraction}`;
  }

  replace(parts: DateTimeParts): DateTime {
    return new DateTime(
      parts.year ?? this.year,
      parts.month ?? this.month,
      parts.day ?? this.day,
      parts.hour ?? this.hour,
      parts.minute ?? this.minute,
      parts.second ?? this.second,
      parts.microsecond ?? this.microsecond,
    );
  }

  add(delta: TimeDelta): DateTime {
    return fromTotal(this.valueOf() + delta.total);
  }

  subtract(delta: TimeDelta): DateTime {
    return fromTotal(this.valueOf() - delta.total);
  }

  since(other: DateTime): TimeDelta {
    return new TimeDelta(this.valueOf() - other.valueOf());
  }

  /** Microseconds, counted from the day before 0001-01-01. */
  valueOf(): bigint {
    const seconds = (this.hour * 60 + this.minute) * 60 + this.second;
    return BigInt(this.toordinal()) * DAY + BigInt(seconds) * 1_000_000n + BigInt(this.microsecond);
  }

  [valueMethod](): ValueKey {
    const { microsecond: m } = this;
    const clock = [this.hour, this.minute, this.second, m >> 16, (m >> 8) & 0xff, m & 0xff];
    const text = this.#date[valueMethod]().text + String.fromCharCode(...clock);
    return { type: "datetime", text, hashed: text };
  }

  toString(): string {
    return this.isoformat(" ");
  }

  [reprMethod](): string {
    const parts = [this.year, this.month, this.day, this.hour, this.minute, this.second, this.microsecond];
    if (this.microsecond === 0) parts.pop();
    if (this.microsecond === 0 && this.second === 0) parts.pop();
    return `datetime.datetime(${parts.join(", ")})`;
  }
}

function fromTotal(total: bigint): DateTime {
  const rest = ((total % DAY) + DAY) % DAY;
  const date = dateFromOrdinal(Number((total - rest) / DAY));
  const seconds = Number(rest / 1_000_000n);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60] as const;
  return new DateTime(date.year, date.month, date.day, ...clock, Number(rest % 1_000_000n));
}

/** `datetime.datetime.now()`, to the millisecond, and `fromtimestamp(seconds)`. */
export function localDateTime(seconds: number = Date.now() / 1000): DateTime {
  return fromSeconds(seconds, localTime);
}

/** `datetime.datetime.utcnow()`, to the millisecond, and `utcfromtimestamp(seconds)`. */
export function utcDateTime(seconds: number = Date.now() / 1000): DateTime {
  return fromSeconds(seconds, utcTime);
}

function fromSeconds(seconds: number, breakDown: (seconds: number) => StructTime): DateTime {
  let whole = Math.trunc(seconds);
  const fraction = (seconds - whole) * 1e6;
  let microsecond = Math.sign(fraction) * Math.floor(Math.abs(fraction) + 0.5);
  if (microsecond < 0) {
    whole -= 1;
    microsecond += 1_000_000;
  }
  if (microsecond === 1_000_000) {
    whole += 1;
    microsecond = 0;
  }
  const [year, month, day, hour, minute, second] = breakDown(whole).items;
  return new DateTime(year, month, day, hour, minute, second, microsecond + 0);
}

/** `datetime.datetime.strptime(text, format)`. */
export function parseDateTime(text: string, format: string): DateTime {
  const { fields, microsecond } = readTime(text, format);
  const [year, month, day, hour, minute, second] = fields;
  return new DateTime(year, month, day, hour, minute, second, microsecond);
}

/** `datetime.datetime.fromordinal(n)`: midnight of a day. */
export function dateTimeFromOrdinal(ordinal: number): DateTime {
  const { year, month, day } = dateFromOrdinal(ordinal);
  return new DateTime(year, month, day);
}
