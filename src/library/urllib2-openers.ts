import { dictOf, lib, listOf, none, str, tupleOf, type Type } from "../analysis/types.ts";
import { assign, call, construct, member, method, nil, spread } from "../emit/build.ts";
import { asyncFn, type Emitted, type Entry, fn, type InstanceType, refused, value } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { HANDLERS, handlerClasses, handlersTypes, managerClasses } from "./urllib2-handlers.ts";
import { assumeSendable } from "./unicode-head.ts";
import { OPENER, REQUEST, RESPONSE, MESSAGE } from "./urllib2-names.ts";
import { has, isBytes } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** Whether every alternative is a handler, a class of handlers, or of a class that derives from one. */
function isHandler(type: Type): boolean {
  return (
    type.k !== "never" &&
    members(type).every(
      (m) =>
        ((m.k === "lib" || m.k === "libclass") && HANDLERS.includes(m.name)) ||
        ((m.k === "instance" || m.k === "class") && HANDLERS.includes(m.cls.libraryBase ?? "")),
    )
  );
}

/** Whether a value is a list of names and values of header fields. */
function isFields(type: Type): boolean {
  const isText = (m: Type): boolean => ["str", "unicode"].includes(m.k) && !isBytes(m);
  const isField = (m: Type): boolean =>
    m.k === "tuple" && m.items.length === 2 && m.items.every((item) => members(item).every(isText));
  return members(type).every(
    (m) =>
      m.k === "poison" ||
      (m.k === "list" && members(m.elem.type).every(isField)) ||
      (m.k === "tuple" && m.items.every((item) => members(item).every(isField))),
  );
}

/** `build_opener` and the classes around it. */
export const openers: Readonly<Record<string, Entry>> = {
  build_opener: fn("*handlers*", lib(OPENER), (c): Emitted => {
    const unknown = "what is given to build_opener is not known to be a handler";
    if (!c.restNodes().every((node) => isHandler(c.typeOf(node)))) return unknown;
    const star = c.starNode();
    if (!star) return call(c.runtime("http", "buildOpener"), c.restTs("handlers"));
    const types = members(c.typeOf(star)).flatMap((m) =>
      m.k === "tuple" ? m.items : "elem" in m ? [m.elem.type] : [m],
    );
    if (!types.every(isHandler)) return unknown;
    return call(c.runtime("http", "buildOpener"), [...c.restTs("handlers"), spread(c.translate(star))]);
  }),
  install_opener: fn(`opener:${OPENER}|none`, none, (c) => call(c.runtime("http", "installOpener"), [c.ts("opener")])),
  OpenerDirector: {
    kind: "class",
    name: OPENER,
    runtime: { barrel: "http", name: "OpenerDirector" },
    constructor: fn("", lib(OPENER), (c) => construct(c.runtime("http", "OpenerDirector"))),
  },
  parse_http_list: fn(
    "s:text",
    (c) => listOf(c.clock, str),
    (c) => call(c.runtime("http", "parseHttpList"), [c.ts("s")]),
  ),
  parse_keqv_list: fn(
    "l:list",
    (c) => dictOf(c.clock, str, str),
    (c): Emitted => {
      const type = c.type("l");
      if (type.k !== "list" || !members(type.elem.type).every((m) => m.k === "str" || m.k === "unicode"))
        return "a list of parts that may be no text";
      return call(c.runtime("python", "dictFromPairs"), [call(c.runtime("http", "parseKeqvList"), [c.ts("l")])]);
    },
  ),
  request_host: fn(`request:${REQUEST}`, str, (c) => call(c.runtime("http", "requestHost"), [c.ts("request")])),
  ...handlerClasses,
  ...managerClasses,
  _opener: refused("the installed opener: keep the one that is made in a variable"),
  ...refusedAll("FTPHandler CacheFTPHandler", "FTP: fetch has none"),
  ...refusedAll(
    "AbstractHTTPHandler AbstractBasicAuthHandler AbstractDigestAuthHandler randombytes",
    "a step inside urllib2",
  ),
};

const opener: InstanceType = {
  name: OPENER,
  tsType: ({ runtimeType }) => runtimeType("http", "OpenerDirector"),
  members: {
    open: asyncFn(
      `fullurl:text|${REQUEST}, data?:data|none, timeout?:number|none`,
      lib(RESPONSE),
      (c) => {
        const names = ["fullurl", "data", "timeout"];
        const last = names.findLastIndex((name) => c.has(name));
        assumeSendable(c, [c.type("fullurl")], c.type("data"));
        return method(
          c.receiverTs,
          "open",
          names.slice(0, last + 1).map((name) => (c.has(name) ? c.ts(name) : nil())),
        );
      },
      {
        native: "open",
        spread: { feature: "openArguments", emit: ({ receiverTs }, args) => method(receiverTs, "open", [args]) },
      },
    ),
    addheaders: value(
      (clock) => listOf(clock, tupleOf([str, str])),
      ({ receiverTs }) => member(receiverTs, "addheaders"),
      ({ receiverTs }, made, type) =>
        isFields(type) ? assign(member(receiverTs, "addheaders"), made) : "header fields that may be no pairs of text",
    ),
    add_handler: fn("handler", none, (c): Emitted => {
      if (!isHandler(c.type("handler")) || has(c.type("handler"), "class", "libclass"))
        return "what is given to add_handler is not known to be a handler";
      return method(c.receiverTs, "addHandler", [c.ts("handler")]);
    }),
    close: fn("", none, (c) => method(c.receiverTs, "close")),
    error: asyncFn(
      `proto:text, req:${REQUEST}, fp:${RESPONSE}, code:int, msg:text, headers:${MESSAGE}`,
      lib(RESPONSE),
      (c): Emitted => {
        const proto = c.node("proto");
        if (proto?.kind !== "Str" || !/^https?$/.test(proto.value)) return "an error of another protocol than http";
        return method(
          c.receiverTs,
          "error",
          c.names().map((name) => c.ts(name)),
        );
      },
    ),
    handlers: refused("the handlers of an opener, which only it knows"),
    ...refusedAll("handle_open handle_error process_request process_response", "the opener's own tables"),
  },
};

export const openerTypes: readonly InstanceType[] = [opener, ...handlersTypes];
