import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { lstrip } from "../../python/text/lstrip.ts";
import { secondsOf } from "./parseHttpDate.ts";

const form =
  /^(\d{4})[-/]?(\d\d?)[-/]?(\d\d?)(?:(?:[ \t-\r]+|[-:T])(\d\d?):?(\d\d)(?::?(\d\d(?:\.\d*)?))?)?[ \t-\r]*(?:([-+]?\d\d?:?(?::?\d\d)?|Z)[ \t-\r]*)?$/i;

/** `cookielib.iso2time`: a date as LWP's cookie files have it, as seconds since 1970; null if it is none, a ValueError for parts of seconds. */
export function parseIsoDate(text: string): number | null {
  const [, year, month = "", day = "", hour = "0", minute = "0", second = "0", zone = "UTC"] =
    form.exec(lstrip(text)) ?? [];
  if (year === undefined) return null;
  if (second.includes(".")) throw new ValueError(`invalid literal for int() with base 10: ${reprStr(second)}`);
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  return secondsOf([Number(year), month, Number(day)], clock, zone);
}
