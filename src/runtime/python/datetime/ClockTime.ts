import { valueMethod, type ValueKey } from "../hash/valueMethod.ts";
import { reprMethod } from "../repr/reprMethod.ts";
import { StructTime } from "../time/StructTime.ts";
import { checkClock, clockBytes, type ClockFields, isoClock } from "./clockFields.ts";
import { formatDate } from "./PyDate.ts";

/** The parts of a `datetime.time` that `replace` may change. */
export interface ClockParts {
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly microsecond?: number;
}

/** `datetime.time` without a time zone. */
export class ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;

  constructor(hour = 0, minute = 0, second = 0, microsecond = 0) {
    checkClock([hour, minute, second, microsecond]);
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.microsecond = microsecond;
  }

  get fields(): ClockFields {
    return [this.hour, this.minute, this.second, this.microsecond];
  }

  /** Of the first day of 1900, as Python has it. */
  strftime(format: string): string {
    const time = new StructTime([1900, 1, 1, this.hour, this.minute, this.second, 0, 1, -1]);
    return formatDate(format, 1900, time, this.microsecond);
  }

  __format__(format: string): string {
    return this.strftime(format);
  }

  isoformat(): string {
    return isoClock(this.fields);
  }

  replace(parts: ClockParts): ClockTime {
    const { hour, minute, second, microsecond } = { ...this, ...parts };
    return new ClockTime(hour, minute, second, microsecond);
  }

  /** Midnight is false. */
  __nonzero__(): boolean {
    return this.fields.some((field) => field !== 0);
  }

  /** Microseconds since midnight. */
  valueOf(): number {
    return ((this.hour * 60 + this.minute) * 60 + this.second) * 1_000_000 + this.microsecond;
  }

  [valueMethod](): ValueKey {
    const text = clockBytes(this.fields);
    return { type: "time", text, hashed: text };
  }

  toString(): string {
    return this.isoformat();
  }

  [reprMethod](): string {
    const { hour, minute, second, microsecond } = this;
    const parts = microsecond !== 0 ? [second, microsecond] : second !== 0 ? [second] : [];
    return `datetime.time(${[hour, minute, ...parts].join(", ")})`;
  }
}
