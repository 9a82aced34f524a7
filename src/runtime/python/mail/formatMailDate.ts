import { localTime, utcTime } from "../time/breakDown.ts";
import { dayNames, monthNames } from "../time/calendar.ts";
import { hasSummerTime, summerOffset, zoneOffset } from "../time/zone.ts";

/**
 * `email.utils.formatdate`: a moment in seconds since 1970, now without, as mail writes it: in UTC as `-0000`, in UTC as `GMT`, or in the
 * local zone.
 */
export function formatMailDate(
  seconds: number | null = null,
  isLocal: unknown = false,
  usesGmt: unknown = false,
): string {
  const [year, month, day, hours, minutes, rest, weekday, , summer] = (isLocal ? localTime(seconds) : utcTime(seconds))
    .items;
  const zone = isLocal
    ? zoneText(hasSummerTime() && summer ? summerOffset() : zoneOffset())
    : usesGmt
      ? "GMT"
      : "-0000";
  const two = (n: number): string => String(n).padStart(2, "0");
  const date = `${dayNames[weekday]?.slice(0, 3)}, ${two(day)} ${monthNames[month - 1]?.slice(0, 3)}`;
  return `${date} ${String(year).padStart(4, "0")} ${two(hours)}:${two(minutes)}:${two(rest)} ${zone}`;
}

/** Seconds west of UTC as hours and minutes east of it. */
function zoneText(west: number): string {
  const minutes = Math.floor(Math.abs(west) / 60);
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0"));
  return `${west > 0 ? "-" : "+"}${hour}${rest}`;
}
