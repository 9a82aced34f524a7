import { float, int, lib, none, str, type Type } from "../analysis/types.ts";
import { assign, call, construct, id, member, method, nil, object, spread } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import {
  asyncFn,
  type CallEmit,
  type ClassEntry,
  type Emitted,
  type Entry,
  fn,
  type Hook,
  type InstanceType,
  type Subclassing,
  value,
  type ValueEmit,
} from "./entry.ts";
import { isNone } from "./is-none.ts";
import { refusedAll } from "./refusals.ts";
import { place, SECURE_SOCKET, SOCKET } from "./sockets.ts";
import { assumeSendable } from "./unicode-head.ts";
import { CONTEXT } from "./ssl.ts";
import { members, union } from "../analysis/join.ts";
import { has, only } from "../analysis/kinds.ts";

/** Keys of httplib's connections, and of their answers. */
export const CONNECTION = "httplib.HTTPConnection";
export const SECURE_CONNECTION = "httplib.HTTPSConnection";
export const HTTP_RESPONSE = "httplib.HTTPResponse";

const isOff = (node: py.Expression | null): boolean =>
  isNone(node) ||
  (node?.kind === "Name" && node.id === "False") ||
  (node?.kind === "Num" && Number(node.number.value) === 0);

const PARAMS = "host:text|none!rfind, port?:int|none, strict?, timeout?:number|none, source_address?:address|none";
const SECURE_PARAMS = `host:text|none!rfind, port?:int|none, key_file?:text|none, cert_file?:text|none, strict?, timeout?:number|none, source_address?:address|none, context?:${CONTEXT}|none`;

/** The options of a connection, by Python's names of them. */
const options: Readonly<Record<string, string>> = {
  timeout: "timeout",
  source_address: "source",
  key_file: "keyFile",
  cert_file: "certFile",
  context: "context",
};

/** What a connection is made of: host, port, and an object with the rest. */
function settings(c: CallEmit): ts.Expression[] | string {
  if (!isNone(c.node("key_file")) && isNone(c.node("cert_file"))) return "a key without a certificate";
  // A time-out that is None waits for ever; what else is None is as left out.
  const given = Object.entries(options).filter(([name]) =>
    name === "timeout" ? c.has(name) : c.has(name) && !isNone(c.node(name)),
  );
  const args = [c.ts("host")];
  if (c.has("port") || given.length > 0 || !isOff(c.node("strict"))) args.push(c.has("port") ? c.ts("port") : nil());
  const told = given.map(
    ([name, native]) => [native, name === "source_address" ? place(c, name) : c.ts(name)] as const,
  );
  const strict = c.node("strict");
  const all = isOff(strict) || !strict ? told : [...told, ["strict", c.truth(strict)] as const];
  if (all.length > 0) args.push(object(all));
  return args;
}

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
  assumeSendable(c, [c.type("method"), c.type("url"), c.type("headers")], c.type("body"));
  const headers = c.has("headers") ? fields(c) : null;
  if (typeof headers === "string") return headers;
  if (headers || !isNone(c.node("body"))) args.push(isNone(c.node("body")) ? id("null") : c.ts("body"));
  if (headers) args.push(headers);
  return method(c.receiverTs, "request", args);
}

function emitTunnel(c: CallEmit): Emitted {
  const headers = isNone(c.node("headers")) ? null : fields(c);
  if (typeof headers === "string") return headers;
  const args = [c.ts("host")];
  if (headers || c.has("port")) args.push(c.has("port") ? c.ts("port") : nil());
  if (headers) args.push(headers);
  return method(c.receiverTs, "setTunnel", args);
}

/** A method of the runtime's; an argument that is left out before another is undefined. */
const plain = (name: string, params: string): Entry =>
  fn(params, none, (c) => {
    const names = params.split(", ").map((p) => p.replace(/[?:].*/, ""));
    const last = names.findLastIndex((p) => c.has(p));
    return method(
      c.receiverTs,
      name,
      names.slice(0, last + 1).map((p) => (c.has(p) ? c.ts(p) : id("undefined"))),
    );
  });

/** An attribute that may be given another value of its type. */
const settable = (name: string, type: Type, allowed: (type: Type) => boolean): Entry =>
  value(
    type,
    ({ receiverTs }) => member(receiverTs, name),
    ({ receiverTs }, made, given): Emitted =>
      allowed(given) ? assign(member(receiverTs, name), made) : `${name} of a connection of another type`,
  );

/** `_http_vsn` and `_http_vsn_str`, of a connection or of all. */
const version = (name: "number" | "text", of: (c: ValueEmit) => ts.Expression, set: Setting): Entry =>
  value(
    name === "number" ? int : str,
    (c) => member(of(c), name),
    (c, made, given): Emitted =>
      only(given, ...(name === "number" ? (["int"] as const) : (["str", "unicode"] as const)))
        ? set(c, name, made)
        : "a version of HTTP of another type",
  );

type Setting = (c: ValueEmit, name: string, made: ts.Expression) => ts.Expression;

const ownProtocol = ({ receiverTs }: ValueEmit): ts.Expression => member(receiverTs, "protocol");

const setOwn: Setting = (c, name, made) =>
  assign(ownProtocol(c), {
    type: "ObjectExpression",
    properties: [spread(ownProtocol(c)), ...object([[name, made]]).properties],
  });

const commonProtocol = ({ runtime }: ValueEmit): ts.Expression => runtime("http", "protocol");

const setCommon: Setting = (c, name, made) => assign(member(commonProtocol(c), name), made);

const isSocket = (type: Type): boolean =>
  members(type).every((m) => m.k === "none" || (m.k === "lib" && (m.name === SOCKET || m.name === SECURE_SOCKET)));

const sentLate = "the request goes out when its answer is asked for: a failure to connect is raised by getresponse()";
const inner = "a step inside httplib";

/** What both kinds of connection have. */
const shared: Readonly<Record<string, Entry>> = {
  request: asyncFn("method:text, url:text, body?:data|none, headers?:dict", none, emitRequest),
  getresponse: asyncFn("~buffering?", lib(HTTP_RESPONSE), (c) => method(c.receiverTs, "getresponse")),
  putrequest: plain("putrequest", "method:text, url:text, skip_host?, skip_accept_encoding?"),
  putheader: fn("header:text, *values", none, (c): Emitted =>
    c.rest("values").some((type) => has(type, "float"))
      ? "a header field that is a float"
      : method(c.receiverTs, "putheader", [c.ts("header"), ...c.restTs("values")]),
  ),
  endheaders: fn("message_body?:data|none", none, (c) => {
    c.assume("A0123", sentLate);
    return method(c.receiverTs, "endheaders", c.has("message_body") ? [c.ts("message_body")] : []);
  }),
  send: plain("send", "data:data"),
  close: fn("", none, (c) => method(c.receiverTs, "close")),
  connect: asyncFn("", none, (c) => method(c.receiverTs, "connect")),
  set_tunnel: fn("host:text|none, port?:int|none, headers?:dict|none", none, emitTunnel),
  _tunnel: asyncFn("", none, (c) => method(c.receiverTs, "tunnel")),
  _tunnel_host: value(union([str, none]), ({ receiverTs }) => member(receiverTs, "tunnelHost")),
  set_debuglevel: fn("level:int", none, (c): Emitted =>
    isOff(c.node("level")) ? id("undefined") : "the exchange written to standard output",
  ),
  host: settable("host", str, (type) => only(type, "str", "unicode")),
  port: settable("port", int, (type) => only(type, "int")),
  timeout: settable("timeout", union([int, float, none]), (type) => only(type, "int", "float", "none")),
  _http_vsn: version("number", ownProtocol, setOwn),
  _http_vsn_str: version("text", ownProtocol, setOwn),
  sock: settable("sock", union([lib(SOCKET), lib(SECURE_SOCKET), none]), isSocket),
  ...refusedAll(
    "auto_open debuglevel default_port response_class source_address strict _create_connection _set_hostport _send_output _send_request _tunnel_port _tunnel_headers",
    inner,
  ),
};

/** Why a method of a connection may not be overridden: its other methods call it in their own way. The names are those that Python's class has. */
const steps =
  /^(request|getresponse|putrequest|putheader|endheaders|send|close|set_tunnel|set_debuglevel|_(encode_request|get_hostport|set_hostport|output|send_output|send_request|set_content_length|tunnel|validate_host|validate_path|create_connection))$/;

const hook = (name: string): Hook | string | null => {
  if (name === "connect") return { params: [], declared: true, ignored: true };
  return steps.test(name) ? inner : null;
};

const subclass = (spreading: string): Subclassing => ({
  attributes: [],
  hook,
  settable: ["sock", "host", "port", "timeout"],
  internal: ["lastResponse", "protocol", "tunnel", "tunnelHost"],
  spread: spreading,
});

/** What is set on the class of connections, for all requests: servers that answer HTTP/1.1 wrongly are asked in HTTP/1.0. */
const common: Readonly<Record<string, Entry>> = {
  _http_vsn: version("number", commonProtocol, setCommon),
  _http_vsn_str: version("text", commonProtocol, setCommon),
};

const connecting = (name: string, params: string, feature: string, spreading: string): ClassEntry => ({
  kind: "class",
  name,
  ...(name !== CONNECTION && { base: CONNECTION }),
  ...(name === CONNECTION && { statics: common }),
  runtime: { barrel: "http", name: feature },
  subclass: subclass(spreading),
  constructor: fn(
    params,
    lib(name),
    (c): Emitted => {
      const args = settings(c);
      return typeof args === "string" ? args : construct(c.runtime("http", feature), args);
    },
    { spread: { feature: spreading, emit: ({ runtime }, args) => construct(runtime("http", feature), [args]) } },
  ),
});

/** `HTTPConnection` and `HTTPSConnection`. */
export const connectionClasses: Readonly<Record<string, Entry>> = {
  HTTPConnection: connecting(CONNECTION, PARAMS, "HttpConnection", "connectionArguments"),
  HTTPSConnection: connecting(SECURE_CONNECTION, SECURE_PARAMS, "HttpsConnection", "secureArguments"),
};

const initializing = (params: string): Entry =>
  fn(params, none, (c): Emitted => {
    const args = settings(c);
    return typeof args === "string" ? args : call({ type: "Super" }, args);
  });

export const connectionTypes: readonly InstanceType[] = [
  {
    name: CONNECTION,
    tsType: ({ runtimeType }) => runtimeType("http", "HttpConnection"),
    members: { ...shared, __init__: initializing(PARAMS) },
  },
  {
    name: SECURE_CONNECTION,
    tsType: ({ runtimeType }) => runtimeType("http", "HttpsConnection"),
    members: {
      ...shared,
      __init__: initializing(SECURE_PARAMS),
      key_file: value(union([str, none]), ({ receiverTs }) => member(receiverTs, "keyFile")),
      cert_file: value(union([str, none]), ({ receiverTs }) => member(receiverTs, "certFile")),
      ...refusedAll("_context", inner),
    },
  },
];
