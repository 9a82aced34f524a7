import {
  asciiStr,
  bool,
  dictOf,
  int,
  lib,
  listOf,
  members,
  none,
  only,
  str,
  tupleOf,
  union,
} from "../analysis/types.ts";
import { call, construct, id, member, method, number, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import {
  asyncFn,
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { bodyType, isTextResult } from "./answer-members.ts";
import { refusedAll } from "./refusals.ts";

const CONNECTION = "httplib.HTTPConnection";
const RESPONSE = "httplib.HTTPResponse";
const MESSAGE = lib("httplib.HTTPMessage");

const isNone = (node: py.Expression | null): boolean => node === null || (node.kind === "Name" && node.id === "None");
const isOff = (node: py.Expression | null): boolean =>
  isNone(node) ||
  (node?.kind === "Name" && node.id === "False") ||
  (node?.kind === "Num" && Number(node.number.value) === 0);

const CONNECTION_PARAMS = "host:text, port?:int|none, strict?, timeout?:number|none, source_address?";
const SECURE_PARAMS =
  "host:text, port?:int|none, key_file?, cert_file?, strict?, timeout?:number|none, source_address?, context?";

const connecting = (params: string, feature: string): Entry => ({
  kind: "class",
  name: CONNECTION,
  constructor: fn(params, lib(CONNECTION), (c): Emitted => {
    if (!isOff(c.node("strict"))) return "strict: an answer without a status line as an error";
    const other = ["key_file", "cert_file", "source_address", "context"].find((name) => !isNone(c.node(name)));
    if (other !== undefined) return `a connection with ${other}`;
    const args = [c.ts("host")];
    if (c.has("port") || c.has("timeout")) args.push(c.has("port") ? c.ts("port") : id("null"));
    if (c.has("timeout")) args.push(object([["timeout", c.ts("timeout")]]));
    return construct(c.runtime("http", feature), args);
  }),
});

/** Header fields written out as an object, in whatever order: the runtime sends them in Python's. */
function fields(c: CallEmit): ts.Expression | string {
  const node = c.node("headers");
  const type = c.type("headers");
  const values = members(type).map((m) => (m.k === "dict" ? m.value.type : m));
  if (!values.every((v) => v.k === "never" || only(v, "str", "unicode", "int", "json", "none", "bool", "poison")))
    return "header fields whose text is not known";
  if (node?.kind !== "Dict") return c.ts("headers");
  const entries: [string, ts.Expression][] = [];
  for (const { key, value: item } of node.items) {
    if (key?.kind !== "Str" || entries.some(([name]) => name === key.value)) return c.ts("headers");
    entries.push([key.value, c.translate(item)]);
  }
  return object(entries);
}

function emitRequest(c: CallEmit): Emitted {
  const args = [c.ts("method"), c.ts("url")];
  const headers = c.has("headers") ? fields(c) : null;
  if (typeof headers === "string") return headers;
  if (headers || !isNone(c.node("body"))) args.push(isNone(c.node("body")) ? id("null") : c.ts("body"));
  if (headers) args.push(headers);
  return method(c.receiverTs, "request", args);
}

const plain = (name: string, params: string): Entry =>
  fn(params, none, (c) =>
    method(
      c.receiverTs,
      name,
      params
        .split(", ")
        .map((p) => p.replace(/[?:].*/, ""))
        .filter((p) => c.has(p))
        .map((p) => c.ts(p)),
    ),
  );

const sentLate = "the request goes out when its answer is asked for: a failure to connect is raised by getresponse()";

const connection: InstanceType = {
  name: CONNECTION,
  tsType: ({ runtimeType }) => runtimeType("http", "HttpConnection"),
  members: {
    request: asyncFn("method:text, url:text, body?:data|none, headers?:dict", none, emitRequest),
    getresponse: asyncFn("buffering?", lib(RESPONSE), (c) => method(c.receiverTs, "getresponse")),
    putrequest: plain("putrequest", "method:text, url:text, skip_host?, skip_accept_encoding?"),
    putheader: fn("header:text, *values", none, (c) =>
      method(c.receiverTs, "putheader", [c.ts("header"), ...c.restTs("values")]),
    ),
    endheaders: fn("message_body?:data|none", none, (c) => {
      c.assume("A0123", sentLate);
      return method(c.receiverTs, "endheaders", c.has("message_body") ? [c.ts("message_body")] : []);
    }),
    send: plain("send", "data:data"),
    close: fn("", none, (c) => method(c.receiverTs, "close")),
    set_debuglevel: fn("level:int", none, (c): Emitted =>
      isOff(c.node("level")) ? id("undefined") : "the exchange written to standard output",
    ),
    host: value(str, ({ receiverTs }) => member(receiverTs, "host")),
    port: value(int, ({ receiverTs }) => member(receiverTs, "port")),
    timeout: value(union([int, none]), ({ receiverTs }) => member(receiverTs, "timeout")),
    connect: refused("a connection by itself: the request makes it"),
    set_tunnel: refused("a tunnel through a proxy is not translated yet"),
    sock: refused("the socket under a connection"),
  },
};

const response: InstanceType = {
  name: RESPONSE,
  tsType: () => ({ type: "TSTypeReference", typeName: id("Response") }),
  members: {
    read: asyncFn("amt?:int|none", bodyType, (c): Emitted => {
      if (isNone(c.node("amt")))
        return call(c.runtime("http", isTextResult(c) ? "readText" : "readBytes"), [c.receiverTs]);
      const reader = call(c.runtime("http", isTextResult(c) ? "textReader" : "bodyReader"), [c.receiverTs]);
      return method(reader, "read", [c.ts("amt")]);
    }),
    status: value(int, ({ receiverTs }) => member(receiverTs, "status")),
    reason: value(str, ({ receiverTs }) => member(receiverTs, "statusText")),
    msg: value(MESSAGE, ({ receiverTs }) => member(receiverTs, "headers")),
    getheader: fn(
      "name:text, default?",
      (c) => union([str, c.has("default") ? c.type("default") : none]),
      (c) => {
        const found = method(member(c.receiverTs, "headers"), "get", [c.ts("name")]);
        return isNone(c.node("default"))
          ? found
          : { type: "LogicalExpression", operator: "??", left: found, right: c.ts("default") };
      },
    ),
    getheaders: fn(
      "",
      (c) => listOf(c.clock, tupleOf([str, str])),
      (c) => call(c.runtime("http", "headerPairs"), [c.receiverTs]),
    ),
    close: asyncFn("", none, (c) => call(c.runtime("http", "close"), [c.receiverTs])),
    isclosed: fn("", bool, (c) => call(c.runtime("http", "isClosed"), [c.receiverTs])),
    version: value(int, ({ runtime, receiverTs }) => call(runtime("http", "httpVersion"), [receiverTs])),
    ...refusedAll("fileno fp begin length chunked chunk_left will_close strict debuglevel", "the inside of a response"),
  },
};

/** Statuses by their names in httplib, and two ports. */
const constants =
  "HTTP_PORT=80 CONTINUE=100 SWITCHING_PROTOCOLS=101 PROCESSING=102 OK=200 CREATED=201 " +
  "ACCEPTED=202 NON_AUTHORITATIVE_INFORMATION=203 NO_CONTENT=204 RESET_CONTENT=205 PARTIAL_CONTENT=206 " +
  "MULTI_STATUS=207 IM_USED=226 MULTIPLE_CHOICES=300 MOVED_PERMANENTLY=301 FOUND=302 SEE_OTHER=303 " +
  "NOT_MODIFIED=304 USE_PROXY=305 TEMPORARY_REDIRECT=307 BAD_REQUEST=400 UNAUTHORIZED=401 PAYMENT_REQUIRED=402 " +
  "FORBIDDEN=403 NOT_FOUND=404 METHOD_NOT_ALLOWED=405 NOT_ACCEPTABLE=406 PROXY_AUTHENTICATION_REQUIRED=407 " +
  "REQUEST_TIMEOUT=408 CONFLICT=409 GONE=410 LENGTH_REQUIRED=411 PRECONDITION_FAILED=412 " +
  "REQUEST_ENTITY_TOO_LARGE=413 REQUEST_URI_TOO_LONG=414 UNSUPPORTED_MEDIA_TYPE=415 " +
  "REQUESTED_RANGE_NOT_SATISFIABLE=416 EXPECTATION_FAILED=417 UNPROCESSABLE_ENTITY=422 LOCKED=423 " +
  "FAILED_DEPENDENCY=424 UPGRADE_REQUIRED=426 HTTPS_PORT=443 INTERNAL_SERVER_ERROR=500 NOT_IMPLEMENTED=501 " +
  "BAD_GATEWAY=502 SERVICE_UNAVAILABLE=503 GATEWAY_TIMEOUT=504 HTTP_VERSION_NOT_SUPPORTED=505 " +
  "INSUFFICIENT_STORAGE=507 NOT_EXTENDED=510 MAXAMOUNT=1048576";

export const httplib: LibraryModule = {
  name: "httplib",
  members: {
    HTTPConnection: connecting(CONNECTION_PARAMS, "HttpConnection"),
    HTTPSConnection: connecting(SECURE_PARAMS, "HttpsConnection"),
    responses: value(
      (clock) => dictOf(clock, int, asciiStr),
      ({ runtime }) => runtime("http", "responses"),
    ),
    ...Object.fromEntries(
      constants.split(" ").map((constant) => {
        const [name = "", code = ""] = constant.split("=");
        return [name, value(int, () => number(Number(code)))];
      }),
    ),
    HTTPResponse: refused("the class of responses itself: what is put into it changes every request"),
    HTTPMessage: refused("the class of header fields itself"),
    ...refusedAll("HTTP HTTPS FakeSocket LineAndFileWrapper", "the interface of Python 1.5"),
  },
};

export const httplibTypes: readonly InstanceType[] = [connection, response];
