import { asciiStr, bool, int, lib, listOf, members, none, only, str, type Type, union } from "../analysis/types.ts";
import { call, construct, id, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import {
  asyncFn,
  type CallEmit,
  type CallTypes,
  type Emitted,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { bindCall } from "./signature.ts";
import { messageMembers } from "./http-message.ts";
import { sharedQuoting } from "./quoting.ts";

export const REQUEST = "urllib2.Request";
export const RESPONSE = "urllib2.Response";
const MESSAGE = "httplib.HTTPMessage";

const REQUEST_PARAMS = "url:text, data?:data|none, headers?:dict, origin_req_host?, unverifiable?";

/** `{"User-Agent": x}` written as an object literal; null when a key is not a literal. */
function headerObject(c: CallEmit, node: py.Expression): ts.Expression | null {
  if (node.kind !== "Dict") return null;
  const entries: [string, ts.Expression][] = [];
  for (const { key, value: item } of node.items) {
    if (key?.kind !== "Str") return null;
    entries.push([key.value, headerValue(c, item)]);
  }
  return object(entries);
}

/** A header's value: text as it is; numbers as Python's httplib writes them. */
function headerValue(c: CallEmit, node: py.Expression): ts.Expression {
  return only(c.typeOf(node), "str", "unicode")
    ? c.translate(node)
    : call(c.runtime("python", "str"), [c.translate(node)]);
}

function headerInit(c: CallEmit, node: py.Expression): ts.Expression {
  if (node.kind === "Dict" && node.items.length === 0) return object([]);
  return headerObject(c, node) ?? c.translate(node);
}

/** A `Request(...)` written right where it is opened folds into the options. */
function foldable(
  c: CallEmit,
): { url: py.Expression; data: py.Expression | null; headers: py.Expression | null } | null {
  const node = c.node("url");
  if (node?.kind !== "Call" || !only(c.typeOf(node), "lib")) return null;
  const callee = c.typeOf(node.func);
  if (callee.k !== "libclass" || callee.name !== REQUEST) return null;
  const bound = bindCall(REQUEST_PARAMS, node);
  if (!bound.ok || bound.args.has("origin_req_host") || bound.args.has("unverifiable")) return null;
  const url = bound.args.get("url");
  return url ? { url, data: bound.args.get("data") ?? null, headers: bound.args.get("headers") ?? null } : null;
}

const isNone = (node: py.Expression | null): boolean => node === null || (node.kind === "Name" && node.id === "None");

function emitUrlopen(c: CallEmit): Emitted {
  if (c.has("context") || c.has("cafile") || c.has("capath") || c.has("cadefault"))
    return "a TLS context for one request: fetch has none";
  const options: [string, ts.Expression][] = [];
  const folded = foldable(c);
  const url = folded ? c.translate(folded.url) : c.ts("url");
  if (folded?.headers) options.push(["headers", headerInit(c, folded.headers)]);
  const data = c.has("data") && !isNone(c.node("data")) ? c.node("data") : (folded?.data ?? null);
  if (data && !isNone(data)) options.push(["body", c.translate(data)]);
  if (c.has("timeout")) options.push(["timeout", c.ts("timeout")]);
  const args = options.length > 0 ? [url, object(options)] : [url];
  return call(c.runtime("http", "fetchOrThrow"), args);
}

const request = fn(REQUEST_PARAMS, lib(REQUEST), (c): Emitted => {
  if (c.has("origin_req_host") || c.has("unverifiable")) return "Request with origin_req_host or unverifiable";
  const options: [string, ts.Expression][] = [];
  const data = c.node("data");
  if (data && !isNone(data)) options.push(["data", c.translate(data)]);
  const headers = c.node("headers");
  if (headers) options.push(["headers", headerInit(c, headers)]);
  const args = options.length > 0 ? [c.ts("url"), object(options)] : [c.ts("url")];
  return construct(c.runtime("http", "HttpRequest"), args);
});

const noHandlers =
  "openers and handlers are not translated yet: call fetchOrThrow with the headers, or write the handler's rule at the call";

export const urllib2: LibraryModule = {
  name: "urllib2",
  members: {
    urlopen: asyncFn(
      `url:text|${REQUEST}, data?:data|none, timeout?:number|none, cafile?, capath?, cadefault?, context?`,
      lib(RESPONSE),
      emitUrlopen,
    ),
    Request: { kind: "class", name: REQUEST, constructor: request },
    ...sharedQuoting,
    ...Object.fromEntries(
      (
        "build_opener install_opener OpenerDirector BaseHandler HTTPHandler HTTPSHandler HTTPRedirectHandler HTTPCookieProcessor ProxyHandler " +
        "HTTPPasswordMgr HTTPPasswordMgrWithDefaultRealm HTTPBasicAuthHandler HTTPDigestAuthHandler ProxyBasicAuthHandler HTTPErrorProcessor " +
        "HTTPDefaultErrorHandler UnknownHandler FileHandler FTPHandler CacheFTPHandler AbstractHTTPHandler"
      )
        .split(" ")
        .map((name) => [name, refused(noHandlers)]),
    ),
  },
};

/** The body read as it is used: text, or bytes. */
const bodyType = (c: CallTypes): Type => ({ k: "str", ascii: false, body: c.clock.body() });

const readAll = (c: CallEmit, text: string, raw: string): ts.Expression =>
  call(c.runtime("http", isTextResult(c) ? text : raw), [c.receiverTs]);

const isTextResult = (c: CallEmit): boolean =>
  members(c.resultType).some((m) => m.k === "unicode" || (m.k === "str" && (m.body === null || m.body.isText)));

const response: InstanceType = {
  name: RESPONSE,
  tsType: () => ({ type: "TSTypeReference", typeName: id("Response") }),
  members: {
    read: asyncFn("size?:int", bodyType, (c): Emitted => {
      const size = c.node("size");
      const all = !size || isNone(size) || (size.kind === "UnaryOp" && size.op === "-");
      if (all) return readAll(c, "readText", "readBytes");
      return method(call(c.runtime("http", isTextResult(c) ? "textReader" : "bodyReader"), [c.receiverTs]), "read", [
        c.ts("size"),
      ]);
    }),
    readline: asyncFn("", str, (c) => method(call(c.runtime("http", "textReader"), [c.receiverTs]), "readline")),
    readlines: asyncFn(
      "",
      (c) => listOf(c.clock, str),
      (c) => method(call(c.runtime("http", "textReader"), [c.receiverTs]), "readlines"),
    ),
    close: asyncFn("", none, (c) => call(c.runtime("http", "close"), [c.receiverTs])),
    geturl: fn("", str, (c) => member(c.receiverTs, "url")),
    getcode: fn("", int, (c) => member(c.receiverTs, "status")),
    info: fn("", lib(MESSAGE), (c) => member(c.receiverTs, "headers")),
    code: value(int, ({ receiverTs }) => member(receiverTs, "status")),
    msg: value(str, ({ receiverTs }) => member(receiverTs, "statusText")),
    url: value(str, ({ receiverTs }) => member(receiverTs, "url")),
    headers: value(lib(MESSAGE), ({ receiverTs }) => member(receiverTs, "headers")),
  },
  iterates: () => str,
  asyncIteration: true,
  iterate: ({ runtime, receiverTs }) => call(runtime("http", "textReader"), [receiverTs]),
};

const getHeader = fn(
  "name:text, default?",
  (c) => union([str, c.has("default") ? c.type("default") : none]),
  (c) => {
    const found = method(c.receiverTs, "get", [c.ts("name")]);
    const fallback = c.node("default");
    return fallback && !isNone(fallback)
      ? { type: "LogicalExpression", operator: "??", left: found, right: c.ts("default") }
      : found;
  },
);

/** `info()` and `headers`: a standard Headers object. */
const message: InstanceType = {
  name: MESSAGE,
  tsType: () => ({ type: "TSTypeReference", typeName: id("Headers") }),
  members: {
    getheader: getHeader,
    get: getHeader,
    has_key: fn("name:text", bool, (c) => method(c.receiverTs, "has", [c.ts("name")])),
    __contains__: fn("name:text", bool, (c) => method(c.receiverTs, "has", [c.ts("name")])),
    __getitem__: fn("name:text", str, (c) => call(c.runtime("http", "headerOrThrow"), [c.receiverTs, c.ts("name")])),
    ...messageMembers,
  },
};

const text = (name: string, native: string) => [name, fn("", str, (c) => method(c.receiverTs, native))] as const;

/** A Request that is built and altered before it is opened. */
const requestType: InstanceType = {
  name: REQUEST,
  tsType: ({ runtimeType }) => runtimeType("http", "HttpRequest"),
  members: {
    add_header: fn("key:text, val", none, (c) =>
      method(c.receiverTs, "addHeader", [
        c.ts("key"),
        only(c.type("val"), "str", "unicode") ? c.ts("val") : c.text("val"),
      ]),
    ),
    add_unredirected_header: refused("a header for the first request alone is not translated yet"),
    add_data: fn("data:data", none, (c) => method(c.receiverTs, "addData", [c.ts("data")])),
    has_data: fn("", bool, (c) => method(c.receiverTs, "hasData")),
    has_header: fn("name:text", bool, (c) => method(c.receiverTs, "hasHeader", [c.ts("name")])),
    get_header: fn("name:text", union([str, none]), (c) => method(c.receiverTs, "getHeader", [c.ts("name")])),
    ...Object.fromEntries([
      text("get_full_url", "getFullUrl"),
      text("get_host", "getHost"),
      text("get_type", "getType"),
      text("get_selector", "getSelector"),
    ]),
    get_method: {
      kind: "value",
      type: { k: "method", receiver: lib(REQUEST), name: "call_get_method" },
      emit: ({ receiverTs }) => member(receiverTs, "getMethod"),
      assign: ({ receiverTs }, callback) => ({
        type: "AssignmentExpression",
        operator: "=",
        left: member(receiverTs, "getMethod"),
        right: callback,
      }),
    },
    call_get_method: fn("", asciiStr, (c) => method(c.receiverTs, "getMethod")),
  },
};

export const urllib2Types: readonly InstanceType[] = [response, message, requestType];
