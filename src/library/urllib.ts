import { dictOf, int, lib, listOf, none, str, type Type, tupleOf } from "../analysis/types.ts";
import { array, assign, awaited, call, construct, id, logical, member, method, nil, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import {
  asyncFn,
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  type Subclassing,
  refused,
  value,
} from "./entry.ts";
import { infoUrls } from "./info-url.ts";
import { quotingFunctions } from "./quoting.ts";
import { moreUrlParts, urlParts } from "./url-parts.ts";
import { urlparse } from "./urlparse.ts";
import { has, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

export const OPENER = "urllib.FancyURLopener";
const RESPONSE = lib("urllib2.Response");
const DOWNLOAD = tupleOf([str, lib("httplib.HTTPMessage")]);

const isNone = (node: py.Expression | null): boolean => node === null || (node.kind === "Name" && node.id === "None");

/** Arguments in their order up to the last that says anything; null for those before it that do not. */
function given(c: CallEmit, ...names: readonly string[]): ts.Expression[] {
  const last = names.findLastIndex((name) => !isNone(c.node(name)));
  return names.slice(0, last + 1).map((name) => (isNone(c.node(name)) ? nil() : c.ts(name)));
}

/** A URL or data that are `unicode` in Python must be ASCII there. */
function assumeAscii(c: CallEmit): void {
  for (const name of ["url", "data"]) {
    if (c.has(name) && has(c.type(name), "unicode", "json")) {
      c.assume("A0105", `a ${name} of unicode text: in Python 2 characters other than ASCII raise UnicodeError`);
      return;
    }
  }
}

const NO_CONTEXT = "a TLS context for one request: fetch has none";

const opening = (emit: (c: CallEmit) => Emitted): ((c: CallEmit) => Emitted) => {
  return (c) => {
    if (!isNone(c.node("context"))) return NO_CONTEXT;
    assumeAscii(c);
    return emit(c);
  };
};

/** What a download gives; what it tells its hook: how many blocks, the bytes of one, those of all. */
function downloaded(c: CallTypes): Type {
  if (c.has("reporthook")) c.callResult(c.type("reporthook"), [int, int, int]);
  return DOWNLOAD;
}

/** What a download is given beside its URL. */
function downloading(c: CallEmit): ts.Expression[] | string {
  const hook = c.has("reporthook") ? c.handed("reporthook", 3) : null;
  if (typeof hook === "string") return hook;
  const own = c.node("reporthook");
  return given(c, "filename", "reporthook", "data").map((made, i) => (i === 1 && hook && !isNone(own) ? hook : made));
}

const DOWNLOADING = "url:text!strip, filename?:text|none, reporthook?:callable|none, data?:data|none";

const openerArguments = (c: CallEmit): ts.Expression[] | string =>
  c.names().some((name) => name !== "proxies") ? "an opener with a TLS context or a certificate" : given(c, "proxies");

/** What a subclass's `__init__` gives to the opener's: proxies, or `*args` and `**kwargs` as they came. */
function handedOn(c: CallEmit): (ts.Expression | ts.SpreadElement)[] | string {
  const [star, kwargs] = [c.starNode(), c.kwargsNode()];
  const rest = c.restNodes();
  if (star || kwargs) {
    if (c.names().length > 0) return "an opener with keywords beside *args or **kwargs";
    if (star && !only(c.typeOf(star), "sequence", "list", "tuple")) return "*args of what is no sequence";
    const given_ = [...rest.map((node) => c.translate(node)), ...(star ? [spread(c.translate(star))] : [])];
    const args = star && rest.length === 0 ? c.translate(star) : array(given_);
    return [spread(call(c.runtime("http", "openerArguments"), kwargs ? [args, c.translate(kwargs)] : [args]))];
  }
  const proxies_ = rest[0] ?? c.node("proxies");
  const others = c.names().some((name) => name !== "proxies");
  if (rest.length > 1 || others) return "an opener with a TLS context or a certificate";
  if (isNone(proxies_) || !proxies_) return [];
  const isDict = members(c.typeOf(proxies_)).every((m) => m.k === "dict" || m.k === "none");
  return isDict ? [c.translate(proxies_)] : "proxies that are no dict";
}

/** What the methods for errors are called with: the URL without its scheme, the answer, its status, phrase and head. */
const failed: readonly Type[] = [str, RESPONSE, int, str, lib("httplib.HTTPMessage")];

/** Those that `FancyURLopener` has itself. */
const ownErrors = /^http_error_(30[1237]|40[17])$/;

/** What is common of a subclass: another User-Agent, another way to a password, something else for an error. */
const subclass: Subclassing = {
  attributes: ["version"],
  internal: ["kind"],
  hook: (name) => {
    if (name === "prompt_user_passwd") return { params: [str, str], declared: true };
    if (name === "http_error_default") return { params: failed, declared: true };
    if (/^http_error_\d+$/.test(name))
      return { params: [...failed, union([str, none])], declared: ownErrors.test(name) };
    return /^(http_error|open|retry)(_|$)/.test(name) ? "a step inside the opener" : null;
  },
};

// On Linux each is the other.
const proxies = fn(
  "",
  (c) => dictOf(c.clock, str, str),
  (c) => call(c.runtime("python", "dictFromPairs"), [call(c.runtime("http", "environmentProxies"))]),
);
const bypass = fn("host:text", int, (c) =>
  call(id("Number"), [call(c.runtime("http", "bypassesProxy"), [c.ts("host")])]),
);

/** Names of urllib that its documentation does not have, and scripts seldom. */
const parts = "toBytes addbase addclosehook addinfo localhost thishost ftperrors noheaders " + "ftpwrapper ftpcache";

export const urllib: LibraryModule = {
  name: "urllib",
  members: {
    ...quotingFunctions,
    ...infoUrls,
    urlopen: asyncFn(
      "url:text!strip, data?:data|none, proxies?:dict|none, context?",
      RESPONSE,
      opening((c) => call(c.runtime("http", "fetchAnyStatus"), [c.ts("url"), ...given(c, "data", "proxies")])),
    ),
    urlretrieve: asyncFn(
      `${DOWNLOADING}, context?`,
      downloaded,
      opening((c) => {
        const rest = downloading(c);
        return typeof rest === "string" ? rest : call(c.runtime("http", "urlretrieve"), [c.ts("url"), ...rest]);
      }),
    ),
    urlcleanup: fn("", none, (c) => call(c.runtime("http", "urlcleanup"))),
    ...Object.fromEntries(["getproxies", "getproxies_environment"].map((name) => [name, proxies])),
    ...urlParts,
    ...moreUrlParts,
    // urlparse's own, under another name.
    ...(urlparse.members["urljoin"] && { basejoin: urlparse.members["urljoin"] }),
    ...Object.fromEntries(["proxy_bypass", "proxy_bypass_environment"].map((name) => [name, bypass])),
    FancyURLopener: {
      kind: "class",
      name: OPENER,
      base: "urllib.URLopener",
      runtime: { barrel: "http", name: "FancyUrlOpener" },
      subclass,
      constructor: fn("proxies?:dict|none, **others", lib(OPENER), (c): Emitted => {
        const args = openerArguments(c);
        return typeof args === "string" ? args : construct(c.runtime("http", "FancyUrlOpener"), args);
      }),
    },
    URLopener: {
      kind: "class",
      name: "urllib.URLopener",
      runtime: { barrel: "http", name: "UrlOpener" },
      subclass: {
        ...subclass,
        hook: (name) => {
          const hook = name === "prompt_user_passwd" ? null : subclass.hook(name);
          return hook && typeof hook !== "string" && name !== "http_error_default"
            ? { ...hook, declared: false }
            : hook;
        },
      },
      constructor: fn("proxies?:dict|none, **others", lib("urllib.URLopener"), (c): Emitted => {
        const args = openerArguments(c);
        return typeof args === "string" ? args : construct(c.runtime("http", "UrlOpener"), args);
      }),
    },
    _urlopener: value(
      lib(OPENER),
      ({ runtime }) => call(runtime("http", "sharedOpener")),
      ({ runtime }, opener) => call(runtime("http", "shareOpener"), [opener]),
    ),
    ...Object.fromEntries(parts.split(" ").map((name) => [name, refused("a part of urllib that is not documented")])),
  },
};

const fields = (type: Type): string | null =>
  type.k === "list" && (type.elem.type.k === "never" || type.elem.type.k === "tuple")
    ? null
    : "addheaders that are no list of pairs";

/** What an opener does with an answer that is an error, as a subclass calls it. */
const erring = (kind: string): Entry =>
  fn(
    `url:text, fp:urllib2.Response, errcode:int, errmsg:text, headers:httplib.HTTPMessage${kind === "default" ? "" : ", data?:data|none"}`,
    union([RESPONSE, none]),
    (c) => {
      const given_ = c.names().map((name) => c.ts(name));
      const made = method(c.receiverTs, kind === "default" ? "httpErrorDefault" : `httpError${kind}`, given_);
      return logical("??", awaited(made), nil());
    },
    { async: "inside" },
  );

const openerMembers: Readonly<Record<string, Entry>> = {
  __init__: fn("*args*, **others*", none, (c): Emitted => {
    const args = handedOn(c);
    return typeof args === "string" ? args : call({ type: "Super" }, args);
  }),
  open: asyncFn("url:text!strip, data?:data|none", RESPONSE, (c) => {
    assumeAscii(c);
    return method(c.receiverTs, "open", [c.ts("url"), ...given(c, "data")]);
  }),
  retrieve: asyncFn(DOWNLOADING, downloaded, (c) => {
    assumeAscii(c);
    const rest = downloading(c);
    if (typeof rest === "string") return rest;
    return call(c.runtime("http", "retrieveWith"), [c.receiverTs, c.ts("url"), ...rest]);
  }),
  addheader: fn("name:text, value:text", none, (c) => method(c.receiverTs, "addheader", [c.ts("name"), c.ts("value")])),
  addheaders: value(
    (clock) => listOf(clock, tupleOf([str, str])),
    ({ receiverTs }) => member(receiverTs, "addheaders"),
    ({ receiverTs }, list, type) => fields(type) ?? assign(member(receiverTs, "addheaders"), list),
  ),
  version: value(str, ({ receiverTs }) => member(receiverTs, "version")),
  http_error_default: erring("default"),
  close: fn("", none, (c) => call(c.runtime("http", "urlcleanup"))),
  cleanup: fn("", none, (c) => call(c.runtime("http", "urlcleanup"))),
  ...Object.fromEntries(
    "open_http open_https open_file open_ftp open_data open_unknown http_error prompt_user_passwd get_user_passwd"
      .split(" ")
      .map((name) => [name, refused("a part of an opener that only a subclass calls")]),
  ),
};

export const urllibTypes: readonly InstanceType[] = [
  {
    name: OPENER,
    tsType: ({ runtimeType }) => runtimeType("http", "FancyUrlOpener"),
    members: {
      ...openerMembers,
      ...Object.fromEntries(
        ["301", "302", "303", "307", "401"].map((status) => [`http_error_${status}`, erring(status)]),
      ),
    },
  },
  {
    name: "urllib.URLopener",
    tsType: ({ runtimeType }) => runtimeType("http", "UrlOpener"),
    members: openerMembers,
  },
];
