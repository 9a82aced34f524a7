import {
  asciiStr,
  bool,
  dictOf,
  float,
  int,
  lib,
  listOf,
  none,
  str,
  tupleOf,
  type Type,
  libWith,
} from "../analysis/types.ts";
import { assign, call, construct, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import {
  type CallEmit,
  type ClassEntry,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  value,
  type CallTypes,
} from "./entry.ts";
import { isNone } from "./is-none.ts";
import { requestSubclass } from "./hooks.ts";
import { bindCall, givenNames } from "./signature.ts";
import { assumeSendable } from "./unicode-head.ts";
import { REQUEST } from "./urllib2-names.ts";
import { has, isBytes, isText, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { madeOf } from "./mixed-text.ts";

const PARAMS = "url:text!strip, data?:data|none, headers?:dict, origin_req_host?:text|none, unverifiable?:bool";

const secrets = ["authorization", "cookie", "proxy-authorization"];

/** A password or cookie in a header goes to whatever host a redirect leads to in urllib2; the runtime keeps it back. */
function assumeKept(c: CallEmit, name: string): void {
  if (secrets.includes(name.toLowerCase()))
    c.assume("A0122", `urllib2 sends ${name} on to another host that a redirect leads to; here it stays behind`);
}

/**
 * `{"User-Agent": x}` written as an object literal; null when a key is not a literal, or is another in other letters: then the last in
 * Python's order counts.
 */
function headerObject(c: CallEmit, node: py.Expression): ts.Expression | null {
  if (node.kind !== "Dict") return null;
  const entries: [string, ts.Expression][] = [];
  for (const { key, value: item } of node.items) {
    if (key?.kind !== "Str") return null;
    const { value } = key;
    if (entries.some(([name]) => name.toLowerCase() === value.toLowerCase())) return null;
    assumeKept(c, key.value);
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

/** The headers of a request, as what the runtime takes; the reason where they may hold something else than text. */
export function headerInit(c: CallEmit, node: py.Expression): Emitted {
  const literal = headerObject(c, node);
  if (literal) return literal;
  const type = c.typeOf(node);
  const texts = members(type).every((m) => m.k !== "dict" || members(m.value.type).every(isHeaderText));
  return texts ? c.translate(node) : "headers that may hold something else than text";
}

const isHeaderText = (type: Type): boolean => ["str", "unicode", "poison"].includes(type.k) && !isBytes(type);

/** What a `Request(...)` is made of, where it is written right where it is opened: it folds into the options of the call. */
export function foldedRequest(
  c: CallEmit,
): { url: py.Expression; data: py.Expression | null; headers: py.Expression | null } | null {
  const node = c.node("url");
  if (node?.kind !== "Call") return null;
  const callee = c.typeOf(node.func);
  if (callee.k !== "libclass" || callee.name !== REQUEST) return null;
  const bound = bindCall(PARAMS, node);
  if (!bound.ok || bound.args.has("origin_req_host") || bound.args.has("unverifiable")) return null;
  const url = bound.args.get("url");
  // What is no text is looked at as the Request is made.
  const isLoose = url !== undefined && !isText(c.typeOf(url)) && c.typeOf(url).k !== "poison";
  return url && !isLoose
    ? { url, data: bound.args.get("data") ?? null, headers: bound.args.get("headers") ?? null }
    : null;
}

const optionNames: Readonly<Record<string, string>> = {
  data: "data",
  headers: "headers",
  origin_req_host: "originReqHost",
  unverifiable: "unverifiable",
};

/** The arguments of `HttpRequest`: the URL, and an object with the rest. */
function made(c: CallEmit): ts.Expression[] | string {
  const options: [string, ts.Expression][] = [];
  for (const name of givenNames(PARAMS, c).slice(1)) {
    const node = c.node(name);
    if (isNone(node) || !node) continue;
    const item = name === "headers" ? headerInit(c, node) : c.ts(name);
    if (typeof item === "string") return item;
    options.push([optionNames[name] ?? name, item]);
  }
  return options.length > 0 ? [c.ts("url"), object(options)] : [c.ts("url")];
}

export const requestClass: ClassEntry = {
  kind: "class",
  name: REQUEST,
  runtime: { barrel: "http", name: "HttpRequest" },
  subclass: requestSubclass,
  constructor: fn(
    PARAMS,
    // Of which kind its texts are, under names that no attribute has.
    (c) => {
      const fields = c.clock.fields();
      fields.grow(URL, madeOf([c.type("url")]));
      for (const m of members(c.type("headers")))
        if (m.k === "dict")
          fields.grow(HEADERS, m.record ? union(m.record.fields.map(([, held]) => held)) : m.value.type);
      if (c.has("data")) fields.grow(DATA, madeOf([c.type("data")]));
      return libWith(REQUEST, fields);
    },
    (c): Emitted => {
      const args = made(c);
      assumeSendable(c, [c.type("url"), c.type("headers")], c.type("data"));
      return typeof args === "string" ? args : construct(c.runtime("http", "HttpRequest"), args);
    },
    {
      spread: {
        feature: "requestArguments",
        result: lib(REQUEST),
        emit: ({ runtime }, args) => construct(runtime("http", "HttpRequest"), [args]),
      },
    },
  ),
};

const URL = "its URL";
const DATA = "its data";
const HEADERS = "its header fields";

/** A header that was given as something else than text Python gives back as it is. */
const fieldType = (c: CallTypes): Type => (only(given(c, HEADERS), "str") ? str : madeOf([given(c, HEADERS)]));
const oddField = (c: CallTypes): string | null =>
  only(given(c, HEADERS), "str", "unicode", "poison")
    ? null
    : "a header that may have been given as something else than text";

/** The text that a request was made with, of the kind that it has. */
const given = (c: CallTypes, what: string): Type =>
  (c.receiver.k === "lib" ? c.receiver.fields?.get(what) : null) ?? str;

const reading = (native: string, result: Type): Entry => fn("", result, (c) => method(c.receiverTs, native));

const adding = (native: string): Entry =>
  fn("key:text, val", none, (c) => {
    const key = c.node("key");
    if (key?.kind === "Str" && native === "addHeader") assumeKept(c, key.value);
    // Python keeps the number, and makes text of it when the request is sent.
    if (has(c.type("val"), "int", "long", "float", "bool"))
      c.assume("A0103", "a header that is a number: get_header() and header_items() give its text");
    return method(c.receiverTs, native, [
      c.ts("key"),
      only(c.type("val"), "str", "unicode") && !isBytes(c.type("val")) ? c.ts("val") : c.text("val"),
    ]);
  });

/** A Request that is built and altered before it is opened. */
export const requestType: InstanceType = {
  name: REQUEST,
  tsType: ({ runtimeType }) => runtimeType("http", "HttpRequest"),
  members: {
    __init__: fn(PARAMS, none, (c): Emitted => {
      const args = made(c);
      return typeof args === "string" ? args : call({ type: "Super" }, args);
    }),
    add_header: adding("addHeader"),
    add_unredirected_header: adding("addUnredirectedHeader"),
    add_data: fn(
      "data:data|none",
      (c) => {
        if (c.receiver.k === "lib") c.receiver.fields?.grow(DATA, madeOf([c.type("data")]));
        return none;
      },
      (c) => method(c.receiverTs, "addData", [c.ts("data")]),
    ),
    has_data: reading("hasData", bool),
    get_data: fn(
      "",
      (c) => union([given(c, DATA), none]),
      (c) => call(c.runtime("http", "requestText"), [c.receiverTs]),
    ),
    data: value(
      union([str, none]),
      ({ runtime, receiverTs }) => call(runtime("http", "requestText"), [receiverTs]),
      ({ receiverTs }, data, type) =>
        only(type, "str", "unicode", "bytes", "none", "poison")
          ? assign(member(receiverTs, "data"), data)
          : "data that is no text",
    ),
    has_header: fn("name:text", bool, (c) => method(c.receiverTs, "hasHeader", [c.ts("name")])),
    get_header: fn(
      "name:text, default?",
      (c) => union([fieldType(c), c.has("default") ? c.type("default") : none]),
      (c): Emitted =>
        oddField(c) ??
        method(c.receiverTs, "getHeader", c.has("default") ? [c.ts("name"), c.ts("default")] : [c.ts("name")]),
    ),
    header_items: fn(
      "",
      (c) => listOf(c.clock, tupleOf([str, fieldType(c)])),
      (c): Emitted => oddField(c) ?? call(c.runtime("http", "headerItems"), [c.receiverTs]),
    ),
    headers: value(
      (clock) => dictOf(clock, str, str),
      ({ runtime, receiverTs }) => call(runtime("http", "requestFields"), [receiverTs]),
    ),
    unredirected_hdrs: value(
      (clock) => dictOf(clock, str, str),
      ({ runtime, receiverTs }) => call(runtime("python", "dictFromPairs"), [member(receiverTs, "unredirectedHdrs")]),
    ),
    type: value(union([asciiStr, none]), ({ receiverTs }) => member(receiverTs, "type")),
    host: value(union([str, none]), ({ receiverTs }) => member(receiverTs, "host")),
    _tunnel_host: value(union([str, none]), ({ receiverTs }) => member(receiverTs, "tunnelHost")),
    // What an opener was told, or the default; Python has an object for the latter, which only says so.
    timeout: value(union([int, float, none]), ({ receiverTs }) => member(receiverTs, "timeout")),
    get_full_url: fn(
      "",
      (c) => given(c, URL),
      (c) => method(c.receiverTs, "getFullUrl"),
    ),
    get_type: reading("getType", asciiStr),
    get_host: reading("getHost", union([str, none])),
    get_selector: reading("getSelector", str),
    set_proxy: fn("host:text, type:text", none, (c) =>
      call(c.runtime("http", "setProxy"), [c.receiverTs, c.ts("host"), c.ts("type")]),
    ),
    has_proxy: reading("hasProxy", bool),
    get_origin_req_host: reading("getOriginReqHost", str),
    is_unverifiable: reading("isUnverifiable", bool),
    get_method: {
      kind: "value",
      type: { k: "method", receiver: lib(REQUEST), name: "call_get_method" },
      emit: ({ receiverTs }) => member(receiverTs, "getMethod"),
      assign: ({ receiverTs }, callback) => assign(member(receiverTs, "getMethod"), callback),
    },
    call_get_method: reading("getMethod", asciiStr),
  },
};
