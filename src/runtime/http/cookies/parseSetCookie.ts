import { ValueError } from "../../python/exceptions/ValueError.ts";
import { strip } from "../../python/text/strip.ts";
import { parseHttpDate } from "./parseHttpDate.ts";

/** One `Set-Cookie` as cookielib understands it. */
export interface CookieAttributes {
  readonly name: string;
  readonly value: string | null;
  /** Seconds since 1970; null where the cookie has no date, and ends with the program. */
  readonly expires: number | null;
  readonly version: string;
  readonly domain: string | null;
  readonly path: string | null;
  /** A `port` without a value is "": the port of the request. */
  readonly port: string | null;
  /** A text where the server gave it a value, which cookielib keeps. */
  readonly secure: boolean | string;
  readonly discard: boolean;
  readonly comment: string | null;
  readonly commentUrl: string | null;
  /** Attributes that cookielib has no use for, `HttpOnly` say. */
  readonly rest: ReadonlyMap<string, string | null>;
}

const lowered = ["expires", "domain", "path", "secure", "version", "port", "max-age"];
const known = [...lowered, "discard", "comment", "commenturl"];
/** These may stand without a value; any other known one spoils the cookie then. */
const bare = ["port", "comment", "commenturl"];

/**
 * Reads `Set-Cookie` fields of a response that came at `now`, as cookielib's parser for Netscape's cookies does. Where it
 * stumbles it drops all cookies of the response: a month that is none, a `max-age` without a value.
 */
export function parseSetCookie(fields: readonly string[], now: number): CookieAttributes[] {
  try {
    return fields.map((field) => attributesOf(readPairs(field), now)).filter((cookie) => cookie !== null);
  } catch (error) {
    if (error instanceof ValueError) return [];
    throw error;
  }
}

type Pair = readonly [key: string, value: string | null];

function readPairs(field: string): Pair[] {
  const pairs: Pair[] = [];
  for (const [at, part] of field.split(";").entries()) {
    const [, name = "", value] = /^([^=]*)(?:=([^]*))?$/.exec(strip(part)) ?? [];
    const key = strip(name);
    if (key === "" && at === 0) return [];
    if (key === "") continue;
    const isKnown = at > 0 && lowered.includes(key.toLowerCase());
    pairs.push([isKnown ? key.toLowerCase() : key, value === undefined ? null : strip(value)]);
  }
  return pairs;
}

function attributesOf([first, ...pairs]: readonly Pair[], now: number): CookieAttributes | null {
  if (first === undefined) return null;
  const standard = new Map<string, string | null>();
  const rest = new Map<string, string | null>();
  let expires: number | null = null;
  let maxAge = false;
  for (const [written, value] of pairs) {
    const key = known.includes(written.toLowerCase()) ? written.toLowerCase() : written;
    if (standard.has(key)) continue;
    if (key === "expires") {
      const date = value === null ? null : parseHttpDate(unquoted(value));
      if (maxAge || date === null) continue;
      standard.set(key, value);
      expires = date;
    } else if (key === "max-age") {
      if (value === null) throw new ValueError("max-age without a value");
      if (!/^[-+]?\d+$/.test(value)) return null;
      maxAge = true;
      standard.set("expires", value);
      expires = now + Number(value);
    } else if (!known.includes(key)) rest.set(key, value);
    else if (key === "secure") standard.set(key, value);
    else if (key === "discard") standard.set(key, value ?? key);
    else if (value === null && !bare.includes(key)) return null;
    else standard.set(key, key === "version" && value !== null ? unquoted(value) : value);
  }
  return {
    name: first[0],
    value: first[1],
    expires,
    version: standard.get("version") ?? "0",
    domain: standard.get("domain")?.toLowerCase() ?? null,
    path: standard.get("path") ?? null,
    port: standard.has("port") ? (standard.get("port") ?? "") : null,
    secure: secureOf(standard),
    discard: Boolean(standard.get("discard")),
    comment: standard.get("comment") ?? null,
    commentUrl: standard.get("commenturl") ?? null,
    rest,
  };
}

function secureOf(standard: ReadonlyMap<string, string | null>): boolean | string {
  return standard.has("secure") ? (standard.get("secure") ?? true) : false;
}

function unquoted(text: string): string {
  return text.replace(/^"/, "").replace(/"$/, "");
}
