import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { lstrip } from "../../python/text/lstrip.ts";
import { offsetOfZone } from "./offsetOfZone.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekday = /^(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,?[ \t\n\r\f\v]*/i;
/** The one form that CPython reads without a second look, and trips over if the month is none. */
const strict = /^[SMTWF][a-z][a-z], \d\d ([JFMASOND][a-z][a-z]) \d\d\d\d \d\d:\d\d:\d\d GMT$/;
const form =
  /^(\d\d?)(?:[ \t-\r]+|[-/])(\w+)(?:[ \t-\r]+|[-/])(\d+)(?:(?:[ \t-\r]+|:)(\d\d?):(\d\d)(?::(\d\d))?)?[ \t-\r]*(?:([-+]?\d{2,4}|(?![AP]M\b)[A-Z]+)[ \t-\r]*)?(?:\(\w+\)[ \t-\r]*)?$/i;

/**
 * `cookielib.http2time`: a date of HTTP, in any of the forms that servers write, as seconds since 1970; null if it is none
 * or out of range, a ValueError for a month that is none in the form of RFC 1123. Two digits of a year mean the century that brings it nearest to now.
 */
export function parseHttpDate(text: string): number | null {
  const month = strict.exec(text)?.[1]?.toLowerCase();
  if (month !== undefined && !months.includes(month)) throw new ValueError(`${reprStr(month)} is not in list`);
  const match = form.exec(lstrip(text).replace(weekday, ""));
  if (match === null) return null;
  const [, day = "", name = "", year = "", hour = "0", minute = "0", second = "0", zone = "UTC"] = match;
  return secondsOf([Number(year), name, Number(day)], [Number(hour), Number(minute), Number(second)], zone);
}

/** A moment of a time zone as seconds since 1970; null where CPython has none, a ValueError beyond the year 9999. Months are names or numbers. */
export function secondsOf(
  [year, monthName, day]: readonly [year: number, month: string, day: number],
  [hour, minute, second]: readonly [hour: number, minute: number, second: number],
  zone: string,
): number | null {
  const named = months.indexOf(monthName.toLowerCase()) + 1;
  const month = named || (/^\d+$/.test(monthName) ? Number(monthName) : 0);
  const full = fullYear(year);
  const inRange = full >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59;
  const offset = offsetOfZone(zone.toUpperCase());
  if (!inRange || second > 61 || offset === null) return null;
  if (full > 9999) throw new ValueError("year is out of range");
  return Date.UTC(full, month - 1, day, hour, minute, second) / 1000 - offset;
}

function fullYear(year: number): number {
  if (year >= 1000) return year;
  const now = new Date().getFullYear();
  const distance = (now % 100) - year;
  const nearest = year + now - (now % 100);
  return Math.abs(distance) <= 50 ? nearest : nearest + (distance > 0 ? 100 : -100);
}
