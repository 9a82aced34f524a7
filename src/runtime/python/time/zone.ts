const YEAR = (365 * 24 + 6) * 3600;

/** Seconds west of UTC, in winter and in summer, as CPython finds them when it starts. */
function offsets(): { january: number; july: number } {
  const start = Math.trunc(Date.now() / 1000 / YEAR) * YEAR;
  const west = (seconds: number): number => new Date(seconds * 1000).getTimezoneOffset() * 60;
  return { january: west(start), july: west(start + YEAR / 2) };
}

/** `time.timezone`: seconds west of UTC in standard time. */
export function zoneOffset(): number {
  const { january, july } = offsets();
  return Math.max(january, july) + 0;
}

/** `time.altzone`: seconds west of UTC in summer time. */
export function summerOffset(): number {
  const { january, july } = offsets();
  return Math.min(january, july) + 0;
}

/** `time.daylight`: 1 where the zone has summer time. */
export function hasSummerTime(): number {
  const { january, july } = offsets();
  return january === july ? 0 : 1;
}
