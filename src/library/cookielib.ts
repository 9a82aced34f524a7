import { bool, int, lib, listOf, none, str, type Type } from "../analysis/types.ts";
import { assign, call, construct, member, method, nil, object } from "../emit/build.ts";
import {
  type CallEmit,
  type ClassEntry,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { givenNames } from "./signature.ts";
import { REQUEST, RESPONSE } from "./urllib2-names.ts";
import { union } from "../analysis/join.ts";

export const COOKIE_JARS = ["cookielib.CookieJar", "cookielib.LWPCookieJar", "cookielib.MozillaCookieJar"] as const;
export const COOKIE_JAR = COOKIE_JARS[0];
const COOKIE = "cookielib.Cookie";
const POLICY = "cookielib.DefaultCookiePolicy";

/** Arguments in the order of a signature, null in the place of one that is left out before another. */
export function inOrder(c: CallEmit, names: readonly string[]) {
  const last = names.findLastIndex((name) => c.has(name));
  return names.slice(0, last + 1).map((name) => (c.has(name) ? c.ts(name) : nil()));
}

const FILE_PARAMS = "filename?:text|none, ignore_discard?:bool, ignore_expires?:bool";
const fileNames = ["filename", "ignore_discard", "ignore_expires"];

/** `save`, `load` and `revert`; what is left out before another argument has the runtime's default. */
const onFile = (name: string): Entry =>
  fn(FILE_PARAMS, none, (c): Emitted => {
    if (c.has("ignore_expires") && !c.has("ignore_discard"))
      return method(c.receiverTs, name, [
        c.has("filename") ? c.ts("filename") : nil(),
        { type: "Literal", value: false, raw: "false" },
        c.ts("ignore_expires"),
      ]);
    return method(c.receiverTs, name, inOrder(c, fileNames));
  });

const plain = (native: string, params: string, result: Type): Entry =>
  fn(params, result, (c) => method(c.receiverTs, native, inOrder(c, givenNames(params, c))));

const jarMembers: Readonly<Record<string, Entry>> = {
  clear: fn("domain?:text|none, path?:text|none, name?:text|none", none, (c) =>
    method(c.receiverTs, "clear", inOrder(c, ["domain", "path", "name"])),
  ),
  clear_session_cookies: plain("clearSessionCookies", "", none),
  clear_expired_cookies: plain("clearExpiredCookies", "", none),
  set_cookie: plain("setCookie", `cookie:${COOKIE}`, none),
  set_cookie_if_ok: plain("setCookieIfOk", `cookie:${COOKIE}, request:${REQUEST}`, none),
  set_policy: plain("setPolicy", `policy:${POLICY}`, none),
  add_cookie_header: plain("addCookieHeader", `request:${REQUEST}`, none),
  extract_cookies: plain("extractCookies", `response:${RESPONSE}, request:${REQUEST}`, none),
  make_cookies: fn(
    `response:${RESPONSE}, request:${REQUEST}`,
    (c) => listOf(c.clock, lib(COOKIE)),
    (c) => method(c.receiverTs, "makeCookies", [c.ts("response"), c.ts("request")]),
  ),
  __len__: fn("", int, (c) => member(c.receiverTs, "size")),
  _cookies: refused("the jar's own dicts: iterate over the jar"),
  _cookies_for_request: refused("a step inside the jar"),
};

const fileMembers: Readonly<Record<string, Entry>> = {
  ...jarMembers,
  save: onFile("save"),
  load: onFile("load"),
  revert: onFile("revert"),
  filename: value(
    union([str, none]),
    ({ receiverTs }) => member(receiverTs, "filename"),
    ({ receiverTs }, name) => assign(member(receiverTs, "filename"), name),
  ),
};

const jarType = (name: string, ts: string, members: Readonly<Record<string, Entry>>): InstanceType => ({
  name,
  tsType: ({ runtimeType }) => runtimeType("http", ts),
  members,
  hasText: true,
  iterates: () => lib(COOKIE),
  iterate: ({ receiverTs }) => receiverTs,
});

const attribute = (native: string, type: Type): Entry =>
  value(
    type,
    ({ receiverTs }) => member(receiverTs, native),
    ({ receiverTs }, made) => assign(member(receiverTs, native), made),
  );

/** What `cookielib.Cookie(…)` takes, in order, under the runtime's names. */
const cookieFields: readonly (readonly [python: string, native: string, type: Type, accepts: string])[] = [
  ["version", "version", union([int, none]), "int|none"],
  ["name", "name", str, "text"],
  ["value", "value", union([str, none]), "text|none"],
  ["port", "port", union([str, none]), "text|none"],
  ["port_specified", "portSpecified", bool, "bool"],
  ["domain", "domain", str, "text"],
  ["domain_specified", "domainSpecified", bool, "bool"],
  ["domain_initial_dot", "domainInitialDot", bool, "bool"],
  ["path", "path", str, "text"],
  ["path_specified", "pathSpecified", bool, "bool"],
  ["secure", "secure", union([bool, str]), "bool|text"],
  ["expires", "expires", union([int, none]), "number|none"],
  ["discard", "discard", bool, "bool"],
  ["comment", "comment", union([str, none]), "text|none"],
  ["comment_url", "commentUrl", union([str, none]), "text|none"],
];

const COOKIE_PARAMS = `${cookieFields.map(([name, , , accepts]) => `${name}:${accepts}`).join(", ")}, rest:dict, rfc2109?:bool`;

const cookieType: InstanceType = {
  name: COOKIE,
  tsType: ({ runtimeType }) => runtimeType("http", "Cookie"),
  hasText: true,
  members: {
    ...Object.fromEntries(cookieFields.map(([name, native, type]) => [name, attribute(native, type)])),
    rfc2109: attribute("rfc2109", bool),
    is_expired: fn("now?:number|none", bool, (c) => method(c.receiverTs, "isExpired", inOrder(c, ["now"]))),
    has_nonstandard_attr: plain("hasNonstandardAttr", "name:text", bool),
    get_nonstandard_attr: fn("name:text", union([str, none]), (c) =>
      method(c.receiverTs, "getNonstandardAttr", [c.ts("name")]),
    ),
    set_nonstandard_attr: refused("an attribute added to a cookie"),
    _rest: refused("the cookie's own dict: get_nonstandard_attr has what is in it"),
  },
};

const policyOptions: Readonly<Record<string, string>> = {
  blocked_domains: "blockedDomains",
  allowed_domains: "allowedDomains",
  netscape: "netscape",
  strict_domain: "strictDomain",
  strict_ns_unverifiable: "strictNsUnverifiable",
  strict_ns_domain: "strictNsDomain",
  strict_ns_set_initial_dollar: "strictNsSetInitialDollar",
  strict_ns_set_path: "strictNsSetPath",
};

const POLICY_PARAMS =
  "blocked_domains?:list|tuple|none, allowed_domains?:list|tuple|none, netscape?:bool, rfc2965?, rfc2109_as_netscape?, hide_cookie2?, " +
  "strict_domain?:bool, strict_rfc2965_unverifiable?, strict_ns_unverifiable?:bool, strict_ns_domain?:int, strict_ns_set_initial_dollar?:bool, strict_ns_set_path?:bool";

const policyClass: ClassEntry = {
  kind: "class",
  name: POLICY,
  constructor: fn(POLICY_PARAMS, lib(POLICY), (c): Emitted => {
    const names = givenNames(POLICY_PARAMS, c);
    const other = names.find((name) => !Object.hasOwn(policyOptions, name));
    if (other) return `cookies of RFC 2965, which no browser has (${other})`;
    return construct(
      c.runtime("http", "CookiePolicy"),
      names.length > 0 ? [object(names.map((name) => [policyOptions[name] ?? name, c.ts(name)] as const))] : [],
    );
  }),
  statics: Object.fromEntries(
    Object.entries({
      DomainStrictNoDots: 1,
      DomainStrictNonDomain: 2,
      DomainRFC2965Match: 4,
      DomainLiberal: 0,
      DomainStrict: 3,
    }).map(([name, bits]) => [name, value(int, () => ({ type: "Literal", value: bits, raw: String(bits) }))]),
  ),
};

const policyType: InstanceType = {
  name: POLICY,
  tsType: ({ runtimeType }) => runtimeType("http", "CookiePolicy"),
  members: refusedAll(
    "blocked_domains set_blocked_domains is_blocked allowed_domains set_allowed_domains is_not_allowed set_ok return_ok domain_return_ok path_return_ok rfc2965 netscape strict_ns_domain",
    "a policy that is asked or changed: give its options where it is made",
  ),
};

const jarClass = (name: string, ts: string, params: string): ClassEntry => ({
  kind: "class",
  name,
  ...(name !== COOKIE_JAR && { base: COOKIE_JAR }),
  runtime: { barrel: "http", name: ts },
  constructor: fn(params, lib(name), (c) =>
    construct(c.runtime("http", ts), inOrder(c, params.startsWith("policy") ? ["policy"] : ["filename", "policy"])),
  ),
});

const FILE_JAR_PARAMS = `filename?:text|none, ~delayload?:bool, policy?:${POLICY}|none`;

export const cookielib: LibraryModule = {
  name: "cookielib",
  members: {
    CookieJar: jarClass("cookielib.CookieJar", "CookieJar", `policy?:${POLICY}|none`),
    LWPCookieJar: jarClass("cookielib.LWPCookieJar", "LWPCookieJar", FILE_JAR_PARAMS),
    MozillaCookieJar: jarClass("cookielib.MozillaCookieJar", "MozillaCookieJar", FILE_JAR_PARAMS),
    Cookie: {
      kind: "class",
      name: COOKIE,
      runtime: { barrel: "http", name: "Cookie" },
      constructor: fn(COOKIE_PARAMS, lib(COOKIE), (c) =>
        construct(c.runtime("http", "Cookie"), [
          object([
            ...cookieFields.map(([name, native]) => [native, c.ts(name)] as const),
            ["rest", c.ts("rest")],
            ...(c.has("rfc2109") ? [["rfc2109", c.ts("rfc2109")] as const] : []),
          ]),
        ]),
      ),
    },
    DefaultCookiePolicy: policyClass,
    FileCookieJar: refused("a jar without a format of its own: LWPCookieJar and MozillaCookieJar have one"),
    CookiePolicy: refused("a policy of one's own"),
    MSIECookieJar: refused("the cookies of Internet Explorer"),
    ...refusedAll(
      "http2time iso2time time2isoz time2netscape split_header_words join_header_words parse_ns_headers escape_path request_host request_path request_port eff_request_host domain_match is_third_party lwp_cookie_str debug logger",
      "a step inside cookielib",
    ),
  },
};

export const cookieTypes: readonly InstanceType[] = [
  jarType(COOKIE_JARS[0], "CookieJar", jarMembers),
  jarType(COOKIE_JARS[1], "LWPCookieJar", {
    ...fileMembers,
    as_lwp_str: fn("ignore_discard?:bool, ignore_expires?:bool", str, (c): Emitted => {
      if (c.has("ignore_expires") && !c.has("ignore_discard")) return "as_lwp_str(ignore_expires=…) alone";
      return call(member(c.receiverTs, "asLwpStr"), inOrder(c, ["ignore_discard", "ignore_expires"]));
    }),
  }),
  jarType(COOKIE_JARS[2], "MozillaCookieJar", fileMembers),
  cookieType,
  policyType,
];
