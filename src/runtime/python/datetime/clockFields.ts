import { ValueError } from "../exceptions/ValueError.ts";

/** Hours, minutes, seconds and microseconds. */
export type ClockFields = readonly [hour: number, minute: number, second: number, microsecond: number];

/** The checks of `datetime.time`, which a `datetime` makes too: a ValueError for what no clock shows. */
export function checkClock([hour, minute, second, microsecond]: ClockFields): void {
  if (hour < 0 || hour > 23) throw new ValueError("hour must be in 0..23");
  if (minute < 0 || minute > 59) throw new ValueError("minute must be in 0..59");
  if (second < 0 || second > 59) throw new ValueError("second must be in 0..59");
  if (microsecond < 0 || microsecond > 999_999) throw new ValueError("microsecond must be in 0..999999");
}

/** `09:05:00`, with microseconds where there are any. */
export function isoClock([hour, minute, second, microsecond]: ClockFields): string {
  const clock = [hour, minute, second].map((n) => String(n).padStart(2, "0")).join(":");
  return microsecond === 0 ? clock : `${clock}.${String(microsecond).padStart(6, "0")}`;
}

/** The bytes that CPython keeps a clock in, which order and hash it. */
export function clockBytes([hour, minute, second, microsecond]: ClockFields): string {
  return String.fromCharCode(hour, minute, second, microsecond >> 16, (microsecond >> 8) & 0xff, microsecond & 0xff);
}
