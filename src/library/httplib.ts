import { asciiStr, bool, dictOf, int, lib, listOf, none, str, tupleOf } from "../analysis/types.ts";
import { call, id, member, method, number } from "../emit/build.ts";
import { asyncFn, type Emitted, fn, type InstanceType, type LibraryModule, refused, value } from "./entry.ts";
import { connectionClasses, connectionTypes, HTTP_RESPONSE } from "./http-connection.ts";
import { isNone } from "./is-none.ts";
import { bodyType, isTextResult } from "./answer-members.ts";
import { refusedAll } from "./refusals.ts";
import { union } from "../analysis/join.ts";

const MESSAGE = lib("httplib.HTTPMessage");

const response: InstanceType = {
  name: HTTP_RESPONSE,
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
    will_close: value(union([bool, int]), ({ runtime, receiverTs }) =>
      call(runtime("http", "willClose"), [receiverTs]),
    ),
    version: value(int, ({ runtime, receiverTs }) => call(runtime("http", "httpVersion"), [receiverTs])),
    ...refusedAll("fileno fp begin length chunked chunk_left strict debuglevel", "the inside of a response"),
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
    ...connectionClasses,
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

export const httplibTypes: readonly InstanceType[] = [...connectionTypes, response];
