import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { secondsOf } from "./parseHttpDate.ts";

const form =
  /^(\d{4})[-/]?(\d\d?)[-/]?(\d\d?)(?:(?:\s+|[-:T])(\d\d?):?(\d\d)(?::?(\d\d(?:\.\d*)?))?)?\s*(?:([-+]?\d\d?:?(?::?\d\d)?|Z)\s*)?$/i;

/** `cookielib.iso2time`: a date as LWP's cookie files have it, as seconds since 1970; null if it is none, a ValueError for parts of seconds. */
export function parseIsoDate(text: string): number | null {
  const [, year, month = "", day = "", hour = "0", minute = "0", second = "0", zone = "UTC"] =
    form.exec(text.trimStart()) ?? [];
  if (year === undefined) return null;
  if (second.includes(".")) throw new ValueError(`invalid literal for int() with base 10: ${reprStr(second)}`);
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  return secondsOf([Number(year), month, Number(day)], clock, zone);
}
