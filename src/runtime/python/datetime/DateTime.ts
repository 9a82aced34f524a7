import { valueMethod, type ValueKey } from "../hash/valueMethod.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { localTime, utcTime } from "../time/breakDown.ts";
import { StructTime } from "../time/StructTime.ts";
import { readTime } from "../time/parseTime.ts";
import { checkClock, clockBytes, type ClockFields, isoClock } from "./clockFields.ts";
import { ClockTime } from "./ClockTime.ts";
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
export class DateTime extends PyDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;

  constructor(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, microsecond = 0) {
    super(year, month, day);
    checkClock([hour, minute, second, microsecond]);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
  }

  date(): PyDate {
    return new PyDate(this.year, this.month, this.day);
  }

  time(): ClockTime {
    return new ClockTime(...this.#clock);
  }

  get #clock(): ClockFields {
    return [this.hour, this.minute, this.second, this.microsecond];
  }

  override timetuple(): StructTime {
    const [year, month, day, , , , week, yearDay] = super.timetuple().items;
    return new StructTime([year, month, day, this.hour, this.minute, this.second, week, yearDay, -1]);
  }

  override strftime(format: string): string {
    return formatDate(format, this.year, this.timetuple(), this.microsecond);
  }

  override isoformat(separator = "T"): string {
    return `${isoDate(this)}${separator}${isoClock(this.#clock)}`;
  }

  override replace(parts: DateTimeParts): DateTime {
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

  override add(delta: TimeDelta): DateTime {
    return fromTotal(this.valueOf() + delta.total);
  }

  override subtract(delta: TimeDelta): DateTime {
    return fromTotal(this.valueOf() - delta.total);
  }

  override since(other: DateTime): TimeDelta {
    return new TimeDelta(this.valueOf() - other.valueOf());
  }

  /** Microseconds, counted from the day before 0001-01-01. */
  override valueOf(): bigint {
    const seconds = (this.hour * 60 + this.minute) * 60 + this.second;
    return BigInt(this.toordinal()) * DAY + BigInt(seconds) * 1_000_000n + BigInt(this.microsecond);
  }

  override [valueMethod](): ValueKey {
    const text = super[valueMethod]().text + clockBytes(this.#clock);
    return { type: "datetime", text, hashed: text };
  }

  override toString(): string {
    return this.isoformat(" ");
  }

  override [reprMethod](): string {
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

/** `datetime.datetime.combine(date, time)`. */
export function combineDateTime(date: PyDate | DateTime, time: ClockTime): DateTime {
  return new DateTime(date.year, date.month, date.day, ...time.fields);
}
