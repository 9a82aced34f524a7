import { ValueError } from "../../python/exceptions/ValueError.ts";
import { parseInteger } from "../../python/numbers/parseInteger.ts";

// What urllib takes URLs apart with. Its patterns are written out here: Python's `.` takes any character but a line feed, and its `$`
// also stands before one at the end.

type Parts<A, B> = [first: A, second: B];

/** The two groups of a match. */
function groups(pattern: RegExp, text: string): Parts<string, string> | null {
  const [, first, second] = pattern.exec(text) ?? [];
  return first === undefined ? null : [first, second ?? ""];
}

/** `urllib.splituser`: `user:password@host` as `["user:password", "host"]`. */
export const splitUser = (host: string): Parts<string | null, string> =>
  groups(/^([^\n]*)@([^\n]*)\n?$/, host) ?? [null, host];

/** `urllib.splitpasswd`: `user:password` as `["user", "password"]`. */
export const splitPasswd = (user: string): Parts<string, string | null> =>
  groups(/^([^:]*):([^]*)$/, user) ?? [user, null];

/** `urllib.splitport`: `host:80` as `["host", "80"]`. A colon without digits after it is left where it is. */
export const splitPort = (host: string): Parts<string, string | null> =>
  groups(/^([^\n]*):([0-9]+)\n?$/, host) ?? [withoutColon(host), null];

const withoutColon = (host: string): string => /^([^\n]*):\n?$/.exec(host)?.[1] ?? host;

/** `urllib.splitnport`: the port as a number, null where it is none, `fallback` where there is none. */
export function splitNport(host: string, fallback: number | null = -1): Parts<string, number | null> {
  const [name, port] = groups(/^([^\n]*):([^\n]*)\n?$/, host) ?? [host, ""];
  if (port === "") return [name, fallback];
  try {
    return [name, Number(parseInteger(port))];
  } catch (error) {
    if (error instanceof ValueError) return [name, null];
    throw error;
  }
}

/** `urllib.splitquery`: `/path?query` as `["/path", "query"]`. */
export const splitQuery = (url: string): Parts<string, string | null> =>
  groups(/^([^\n]*)\?([^?]*)$/, url) ?? [url, null];

/** `urllib.splittag`: `/path#tag` as `["/path", "tag"]`. */
export const splitTag = (url: string): Parts<string, string | null> => groups(/^([^\n]*)#([^#]*)$/, url) ?? [url, null];

/** `urllib.splitattr`: `/path;a=1;b` as `["/path", ["a=1", "b"]]`. */
export function splitAttr(url: string): Parts<string, string[]> {
  const [path = "", ...attributes] = url.split(";");
  return [path, attributes];
}

/** `urllib.splitvalue`: `name=value` as `["name", "value"]`. */
export const splitValue = (attribute: string): Parts<string, string | null> =>
  groups(/^([^=]*)=([^\n]*)\n?$/, attribute) ?? [attribute, null];
