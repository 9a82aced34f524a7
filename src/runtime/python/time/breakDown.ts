import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { dayOfYear, weekday } from "./calendar.ts";
import { StructTime } from "./StructTime.ts";

/** `time.localtime(seconds)`: in the local zone; now, if not told otherwise. */
export function localTime(seconds: number | null = null): StructTime {
  const date = dateOf(seconds);
  const year = date.getFullYear();
  const standard = Math.max(new Date(year, 0, 1).getTimezoneOffset(), new Date(year, 6, 1).getTimezoneOffset());
  const summer = date.getTimezoneOffset() < standard ? 1 : 0;
  const [month, day] = [date.getMonth() + 1, date.getDate()];
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()] as const;
  return new StructTime([year, month, day, ...clock, weekday(year, month, day), dayOfYear(year, month, day), summer]);
}

/** `time.gmtime(seconds)`: in UTC. */
export function utcTime(seconds: number | null = null): StructTime {
  const date = dateOf(seconds);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()] as const;
  return new StructTime([year, month, day, ...clock, weekday(year, month, day), dayOfYear(year, month, day), 0]);
}

function dateOf(seconds: number | null): Date {
  const date = new Date(seconds === null ? Date.now() : Math.trunc(seconds) * 1000);
  if (!Number.isNaN(date.getTime())) return date;
  if (Math.abs(seconds ?? 0) >= 2 ** 63) throw new ValueError("timestamp out of range for platform time_t");
  throw new UntranslatedError("U0103", "a time beyond the year 275760");
}
