import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import type { PyFile } from "../../python/files/PyFile.ts";
import { strip } from "../../python/text/strip.ts";
import type { Cookie, CookieFields } from "./Cookie.ts";
import { FileCookieJar } from "./FileCookieJar.ts";
import { joinHeaderWords, splitHeaderWords } from "./headerWords.ts";
import type { HeaderWord } from "./headerWords.ts";
import { LoadError } from "./LoadError.ts";
import { parseIsoDate } from "./parseIsoDate.ts";

const flags = ["port_spec", "path_spec", "domain_dot", "secure", "discard"];
const values = ["version", "port", "path", "domain", "expires", "comment", "commenturl"];

/** `cookielib.LWPCookieJar`: cookies in the format of libwww-perl, which keeps all that is known of them. */
export class LWPCookieJar extends FileCookieJar {
  /** The cookies as lines of a file. */
  asLwpStr(ignoreDiscard = true, ignoreExpires = true): string {
    return lines(this.kept(ignoreDiscard, ignoreExpires));
  }

  protected override written(cookies: readonly Cookie[]): string {
    return `#LWP-Cookies-2.0\n${lines(cookies)}`;
  }

  protected override *parsed(file: PyFile, filename: string): Generator<CookieFields, void, undefined> {
    const first = file.readline();
    if (!/^#LWP-Cookies-(\d+\.\d+)/.test(first)) {
      throw new LoadError(`${reprStr(filename)} does not look like a Set-Cookie3 (LWP) format file`);
    }
    for (const line of file) {
      if (!line.startsWith("Set-Cookie3:")) continue;
      const text = strip(line.slice("Set-Cookie3:".length));
      for (const words of splitHeaderWords(text)) {
        const fields = readFields(words);
        if (fields === null)
          throw new LoadError(`invalid Set-Cookie3 format file ${reprStr(filename)}: ${reprStr(text)}`);
        yield fields;
      }
    }
  }
}

function lines(cookies: readonly Cookie[]): string {
  return cookies.map((cookie) => `Set-Cookie3: ${joinHeaderWords(wordsOf(cookie))}\n`).join("");
}

function wordsOf(cookie: Cookie): HeaderWord[] {
  const date = cookie.expires ? new Date(cookie.expires * 1000).toISOString().slice(0, 19).replace("T", " ") : null;
  const words: (HeaderWord | false)[] = [
    [cookie.name, cookie.value],
    ["path", cookie.path],
    ["domain", cookie.domain],
    cookie.port !== null && ["port", cookie.port],
    cookie.pathSpecified && ["path_spec", null],
    cookie.portSpecified && ["port_spec", null],
    cookie.domainInitialDot && ["domain_dot", null],
    Boolean(cookie.secure) && ["secure", null],
    date !== null && ["expires", `${date}Z`],
    cookie.discard && ["discard", null],
    cookie.comment !== null && cookie.comment !== "" && ["comment", cookie.comment],
    cookie.commentUrl !== null && cookie.commentUrl !== "" && ["commenturl", cookie.commentUrl],
    ...[...cookie.rest]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, value ?? "None"] as const),
    ["version", String(cookie.version ?? "None")],
  ];
  return words.filter((word) => word !== false);
}

function readFields(words: readonly HeaderWord[]): CookieFields | null {
  try {
    return fieldsOf(words);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

function fieldsOf([first, ...words]: readonly HeaderWord[]): CookieFields | null {
  const set = new Set<string>();
  const standard = new Map<string, string | null>();
  const rest = new Map<string, string | null>();
  for (const [written, value] of words) {
    const lowered = written.toLowerCase();
    if (flags.includes(lowered)) {
      if (value !== "") set.add(lowered);
      else set.delete(lowered);
    } else if (values.includes(lowered)) standard.set(lowered, value);
    else rest.set(written, value);
  }
  const date = standard.get("expires") ?? null;
  const expires = date === null ? null : parseIsoDate(date);
  const [domain = null, path = null, version = null] = ["domain", "path", "version"].map((name) => standard.get(name));
  if (first === undefined || domain === null || path === null) return null;
  if (version !== null && !/^[ \t-\r]*[-+]?\d+[ \t-\r]*$/.test(version)) return null;
  return {
    name: first[0],
    value: first[1],
    version: version === null ? null : Number(version),
    port: standard.get("port") ?? null,
    portSpecified: set.has("port_spec"),
    domain,
    domainSpecified: domain.startsWith("."),
    domainInitialDot: set.has("domain_dot"),
    path,
    pathSpecified: set.has("path_spec"),
    secure: set.has("secure"),
    expires,
    discard: set.has("discard") || expires === null,
    comment: standard.get("comment") ?? null,
    commentUrl: standard.get("commenturl") ?? null,
    rest,
  };
}
