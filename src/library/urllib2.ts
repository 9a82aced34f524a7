import { bool, lib, none, str, type Type } from "../analysis/types.ts";
import { call, id, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { asyncFn, type CallEmit, type Emitted, fn, type InstanceType, type LibraryModule, value } from "./entry.ts";
import { answerMembers } from "./answer-members.ts";
import { messageMembers } from "./http-message.ts";
import { infoUrls } from "./info-url.ts";
import { sharedQuoting } from "./quoting.ts";
import { urlParts } from "./url-parts.ts";
import { certificates, CONTEXT } from "./ssl.ts";
import { MESSAGE, REQUEST, RESPONSE } from "./urllib2-names.ts";
import type * as py from "../python/ast.ts";
import { openers, openerTypes } from "./urllib2-openers.ts";
import { foldedRequest, headerInit, requestClass, requestType } from "./urllib2-request.ts";
import { assumeSendable } from "./unicode-head.ts";
import { isNone } from "./is-none.ts";
import { union } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

const URLOPEN_PARAMS = `url:text|${REQUEST}!timeout, data?:data|none, timeout?:number|none, cafile?:text|none, capath?:text|none, cadefault?:bool, context?:${CONTEXT}|none`;

/** What a text begins with, as far as that is written out: `'file://' + path`, `'file://%s' % path`, `urljoin('file:', pathname2url(path))`. */
function beginning(c: CallEmit, node: py.Expression): string {
  if (node.kind === "Str") return node.value;
  if (node.kind === "BinOp" && (node.op === "+" || node.op === "%")) return beginning(c, node.left);
  if (node.kind !== "Call") return "";
  if (node.func.kind === "Attribute" && node.func.attr === "format") return beginning(c, node.func.value);
  const [base, path] = node.args;
  const isPath = path?.kind === "Call" && names(c.typeOf(path.func), "urllib.pathname2url");
  return base && isPath && names(c.typeOf(node.func), "urlparse.urljoin") ? beginning(c, base) : "";
}

const names = (type: Type, name: string): boolean => type.k === "libfn" && type.name === name;

const typesOf = (c: CallEmit, nodes: readonly (py.Expression | null)[]): Type[] =>
  nodes.flatMap((node) => (node ? [c.typeOf(node)] : []));

/** `urlopen(…)`: the request's parts as options. Certificates of its own are a context; `install_opener` does not concern it then. */
function emitUrlopen(c: CallEmit): Emitted {
  const options: [string, ts.Expression][] = [];
  const folded = foldedRequest(c);
  const address = folded ? folded.url : c.node("url");
  const url = folded ? c.translate(folded.url) : c.ts("url");
  const begin = address === null ? "" : beginning(c, address).toLowerCase();
  if (begin.startsWith("ftp:")) return "urlopen of ftp: URLs";
  if (begin.startsWith("file:")) return call(c.runtime("http", "openFileUrl"), [url]);
  if (folded?.headers) {
    const headers = headerInit(c, folded.headers);
    if (typeof headers === "string") return headers;
    options.push(["headers", headers]);
  }
  const data = c.has("data") && !isNone(c.node("data")) ? c.node("data") : (folded?.data ?? null);
  if (data && !isNone(data)) {
    const parts = folded ? [folded.url, folded.headers] : [address];
    assumeSendable(c, typesOf(c, parts), c.typeOf(data));
    options.push(["body", c.translate(data)]);
  }
  if (c.has("timeout")) options.push(["timeout", c.ts("timeout")]);
  const context = certificates(c);
  if (typeof context === "string") return context;
  if (context) options.push(["context", context]);
  return call(c.runtime("http", "fetchOrThrow"), options.length > 0 ? [url, object(options)] : [url]);
}

export const urllib2: LibraryModule = {
  name: "urllib2",
  members: {
    urlopen: asyncFn(URLOPEN_PARAMS, lib(RESPONSE), emitUrlopen, {
      spread: {
        feature: "urlopenArguments",
        emit: ({ runtime }, args) => call(runtime("http", "fetchOrThrow"), [args]),
      },
    }),
    Request: requestClass,
    ...sharedQuoting,
    ...urlParts,
    ...infoUrls,
    ...openers,
  },
};

const response: InstanceType = {
  name: RESPONSE,
  tsType: () => ({ type: "TSTypeReference", typeName: id("Response") }),
  members: {
    ...answerMembers,
    code: {
      ...answerMembers.code,
      assign: ({ runtime, receiverTs }, code) => call(runtime("http", "setCode"), [receiverTs, code]),
    },
    msg: value(
      str,
      ({ receiverTs }) => member(receiverTs, "statusText"),
      ({ runtime, receiverTs }, msg, type) =>
        only(type, "str") ? call(runtime("http", "setMsg"), [receiverTs, msg]) : "a msg that may be no text",
    ),
  },
  // Not an HTTPError's: that one goes over its arguments, of which it has none.
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
  { quiet: true },
);

/** `info()` and `headers`: a standard Headers object. */
const message: InstanceType = {
  name: MESSAGE,
  tsType: () => ({ type: "TSTypeReference", typeName: id("Headers") }),
  members: {
    getheader: getHeader,
    get: getHeader,
    has_key: fn("name:text", bool, (c) => method(c.receiverTs, "has", [c.ts("name")]), { quiet: true }),
    __contains__: fn("name:text", bool, (c) => method(c.receiverTs, "has", [c.ts("name")])),
    __getitem__: fn("name:text", str, (c) => call(c.runtime("http", "headerOrThrow"), [c.receiverTs, c.ts("name")])),
    ...messageMembers,
  },
  iterates: () => str,
  iterate: ({ runtime, receiverTs }) => call(runtime("http", "headerNames"), [receiverTs]),
};

export const urllib2Types: readonly InstanceType[] = [response, message, requestType, ...openerTypes];
