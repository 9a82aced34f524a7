/** `cookielib.offset_from_tz_string`: the seconds that a zone is ahead of UTC; null for a name other than UTC's. */
export function offsetOfZone(zone: string): number | null {
  if (["GMT", "UTC", "UT", "Z"].includes(zone)) return 0;
  const [, sign = "", hours, minutes = "0"] = /^([-+])?(\d\d?):?(\d\d)?$/.exec(zone) ?? [];
  if (hours === undefined) return null;
  const offset = 3600 * Number(hours) + 60 * Number(minutes);
  return sign === "-" ? -offset : offset;
}
