import type { Reply } from "../../src/verify/reply.ts";

/** As many replies as any script with retries asks for; what is left over is of no interest. */
const MANY = 8;
const fine: Reply = { headers: { "Content-Type": "text/plain" }, body: "one\ntwo\nthree\n" };
const json: Reply = {
  headers: { "Content-Type": "application/json" },
  body: '{"name": "anna", "items": [1, 2.5, null, "x"], "ok": true}',
};
const always = (reply: Reply): readonly Reply[] => Array.from({ length: MANY }, () => reply);
const once = (reply: Reply, then = fine): readonly Reply[] => [reply, ...always(then)];
const moved = (status: string, location: string): Reply => ({ status, headers: { Location: location }, body: "moved" });
const refused = (status: string): Reply => ({
  status,
  headers: { "Content-Type": "text/plain", "Retry-After": "1" },
  body: `no: ${status}`,
});

/** What a server does to a script, by name. A request takes the first reply that is left. */
export const faults: Readonly<Record<string, readonly Reply[]>> = {
  fine: always(fine),
  json: always(json),
  chunked: always({ ...fine, framing: "chunked", chunkSize: 5 }),
  "to the end of the connection": always({ ...fine, framing: "close" }),
  "an empty body": always({ headers: {}, body: "" }),
  "no content": always({ status: "204 No Content", framing: "close" }),
  "not UTF-8": always({ bodyBase64: "Y2Fm6SBub2ly/w==" }),
  UTF8: always({ headers: { "Content-Type": "text/html; charset=utf-8" }, body: "café ☃\n" }),
  ...Object.fromEntries(
    [
      "400 Bad Request",
      "401 Unauthorized",
      "403 Forbidden",
      "404 Not Found",
      "410 Gone",
      "429 Too Many",
      "500 Oops",
      "502 Bad Gateway",
      "503 Busy",
      "304 Not Modified",
    ].map((status) => [status, always(refused(status))]),
  ),
  "404 and then fine": once(refused("404 Not Found")),
  "503 and then fine": once(refused("503 Busy")),
  "503 twice and then json": [refused("503 Busy"), refused("503 Busy"), ...always(json)],
  "a reason beyond ASCII": always({ status: "500 Caf\u00e9", body: "x" }),
  "moved within": once(moved("302 Found", "/elsewhere?q=1")),
  "moved for good": once(moved("301 Moved", "{base}/there")),
  "see other": once(moved("303 See Other", "other")),
  "temporary redirect": once(moved("307 Temporary Redirect", "/again")),
  "moved to itself": always(moved("302 Found", "/round")),
  "moved to nowhere": once(moved("302 Found", "{refused}/")),
  "moved without a location": always({ status: "302 Found", body: "where?" }),
  "moved to a file": once(moved("302 Found", "file:///etc/hostname")),
  "closed without a byte": always({ stopAfter: { head: 0 } }),
  "closed without a byte, then fine": once({ stopAfter: { head: 0 } }),
  "reset before the head": always({ stopAfter: { head: 0 }, end: "reset" }),
  "reset before the head, then fine": once({ stopAfter: { head: 0 }, end: "reset" }),
  "reset in the head": always({ ...fine, stopAfter: { head: 20 }, end: "reset" }),
  "closed in the head": always({ ...fine, stopAfter: { head: 20 } }),
  "reset in the body": always({ ...fine, stopAfter: { body: 5 }, end: "reset" }),
  "reset in the body, then fine": once({ ...fine, stopAfter: { body: 5 }, end: "reset" }),
  "a short body": always({ ...fine, stopAfter: { body: 5 } }),
  "a cut chunk": always({ ...fine, framing: "chunked", stopAfter: { body: 5 } }),
  "a cut chunk, then fine": once({ ...fine, framing: "chunked", stopAfter: { body: 5 } }),
  "garbage for a head": always({ raw: "lorem ipsum\r\ndolor\r\n" }),
  "a bad status": always({ raw: "HTTP/1.1 abc\r\n\r\n" }),
  "another protocol": always({ raw: "HTTP/2.0 200 OK\r\n\r\nx" }),
  "late but in time": always({ ...fine, delay: 300 }),
  "silence, then fine": once({ stopAfter: { head: 0 }, end: "hang" }),
  "silence in the body, then fine": once({ ...fine, stopAfter: { body: 5 }, end: "hang" }),
};
