import { parseDate } from "../python/mail/parseDate.ts";
import { parseZonedDate } from "../python/mail/parseZonedDate.ts";
import { header } from "./header.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `info().getdate(name)`: the nine numbers of a date such as Last-Modified; null if there is none. */
export function headerDate(source: HeaderSource, name: string): ReturnType<typeof parseDate> {
  return parseDate(header(source, name), "rfc822");
}

/** `info().getdate_tz(name)`: the same with its zone, in seconds east of UTC. */
export function zonedHeaderDate(source: HeaderSource, name: string): ReturnType<typeof parseZonedDate> {
  return parseZonedDate(header(source, name), "rfc822");
}
