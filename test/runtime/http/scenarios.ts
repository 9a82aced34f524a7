import { createHash } from "node:crypto";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import type { SeenRequest, Step } from "./faultServer.ts";

type Scenario = (parameters: URLSearchParams, request: SeenRequest) => readonly Step[];

const text = "line one\nline two\nend";
const phrases: Readonly<Record<string, string>> = {
  300: "Multiple Choices",
  301: "Moved Permanently",
  302: "Found",
  303: "See Other",
  304: "Not Modified",
  307: "Temporary Redirect",
  308: "Permanent Redirect",
  401: "Unauthorized",
  404: "Not Found",
  407: "Proxy Authentication Required",
  503: "Service Unavailable",
};

function send(...lines: readonly string[]): Step {
  return { send: lines.join("\r\n") };
}

function ok(body: string, ...fields: readonly string[]): Step {
  return send("HTTP/1.1 200 OK", "Content-Type: text/plain", ...fields, `Content-Length: ${body.length}`, "", body);
}

function chunk(data: string): string {
  return `${data.length.toString(16)}\r\n${data}\r\n`;
}

const chunked = send("HTTP/1.1 200 OK", "Content-Type: text/plain", "Transfer-Encoding: chunked", "", "");
const long = send("HTTP/1.1 200 OK", "Content-Type: text/plain", "Content-Length: 20", "", "");
const unbounded = send("HTTP/1.1 200 OK", "Content-Type: text/plain", "", "");

function always(...steps: readonly Step[]): Scenario {
  return () => steps;
}

function raw(...lines: readonly string[]): Scenario {
  return always(send(...lines));
}

/** The very bytes that the request asks for, two letters from a to p for each. */
const said: Scenario = (parameters) => {
  const digits = [...(parameters.get("letters") ?? "")].map((letter) => (letter.charCodeAt(0) - 97).toString(16));
  return [{ send: Buffer.from(digits.join(""), "hex").toString("latin1") }];
};

function encoded(name: string, bytes: Buffer): Scenario {
  return always(ok(bytes.toString("latin1"), `Content-Encoding: ${name}`));
}

/** Whether an `Authorization` is a digest of this password. */
function isDigestOf(user: string, realm: string, password: string, method: string, given: string): boolean {
  const fields = new Map(
    Array.from(given.matchAll(/(\w+)=(?:"([^"]*)"|([^,\s]+))/g), ([, name = "", quoted, bare = ""]) => [
      name,
      quoted ?? bare,
    ]),
  );
  const kind = fields.get("algorithm") === "SHA" ? "sha1" : "md5";
  const digest = (text: string): string => createHash(kind).update(text).digest("hex");
  const [nonce = "", nc = "", cnonce = "", qop = ""] = ["nonce", "nc", "cnonce", "qop"].map((name) => fields.get(name));
  const middle = qop === "" ? nonce : `${nonce}:${nc}:${cnonce}:${qop}`;
  const asked = digest(`${method}:${fields.get("uri")}`);
  return (
    given.startsWith("Digest ") &&
    fields.get("response") === digest(`${digest(`${user}:${realm}:${password}`)}:${middle}:${asked}`)
  );
}

function trickle(whole: string, milliseconds: number): Step[] {
  return Array.from(whole).flatMap((character) => [{ send: character }, { wait: milliseconds }]);
}

/** What the server does with a request, by the first part of its path. Named after the rows of the measured contract. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  said,
  missing: always(send("HTTP/1.1 404 Not Found", "Content-Length: 17", "", "no such scenario\n")),
  echo: (_, { line, body }) => [ok(`${line.replace(/ HTTP.*/, "")}\n${body}`)],
  "ok-cl": always(ok(text, "X-Mixed-Case: Va1ue")),
  "ok-empty": always(ok("")),
  keep: (_, { line, body }) => [ok(`${line.replace(/ HTTP.*/, "")} ${body}\n`), "next"],
  "keep-head": always(send("HTTP/1.1 200 OK", "Content-Length: 21", "", ""), "next"),
  "keep-204": always(send("HTTP/1.1 204 No Content", "", ""), "next"),
  "keep-chunked": always(chunked, { send: `${chunk("line one\nline ")}${chunk("two\nend")}0\r\n\r\n` }, "next"),
  "keep-extra": always(ok("hello"), { send: "EXTRA\r\n" }, "next"),
  "keep-http10": always(send("HTTP/1.0 200 OK", "Connection: Keep-Alive", "Content-Length: 3", "", "old"), "next"),
  "ok-chunked": always(chunked, { send: `${chunk("line one\nline ")}${chunk("two\nend")}0\r\n\r\n` }),
  "ok-chunked-ext": always(chunked, { send: "5;a=b\r\nhello\r\n0\r\nX-Trailer: t\r\n\r\n" }),
  "ok-chunked-cl": raw(
    "HTTP/1.1 200 OK",
    "Content-Length: 3",
    "Transfer-Encoding: chunked",
    "",
    `${chunk("hello")}0\r\n\r\n`,
  ),
  "ok-chunked-upper": raw("HTTP/1.1 200 OK", "Transfer-Encoding: Chunked", "", `${chunk("hello")}0\r\n\r\n`),
  "ok-te-gzip-chunked": raw("HTTP/1.1 200 OK", "Transfer-Encoding: gzip, chunked", "", `${chunk("hello")}0\r\n\r\n`),
  "ok-close": always(unbounded, { send: text }),
  "ok-close-field": raw("HTTP/1.1 200 OK", "Connection: close", "", text),
  "ok-201": raw("HTTP/1.1 201 Created", "Location: /ok-cl", "Content-Length: 4", "", "made"),
  "ok-202": raw("HTTP/1.1 202 Accepted", "Content-Length: 5", "", "later"),
  "ok-206": raw("HTTP/1.1 206 Partial Content", "Content-Range: bytes 0-4/10", "Content-Length: 5", "", "hello"),
  http10: raw("HTTP/1.0 200 OK", "Content-Length: 21", "", text),
  "http10-nolen": raw("HTTP/1.0 200 OK", "", text),
  "http10-keepalive": raw("HTTP/1.0 200 OK", "Connection: Keep-Alive", "Content-Length: 21", "", text),
  http12: raw("HTTP/1.2 200 OK", "Content-Length: 21", "", text),
  http20: raw("HTTP/2.0 200 OK", "Content-Length: 21", "", text),
  "ok-gzip": encoded("gzip", gzipSync(text, { level: 1 })),
  "ok-deflate": encoded("deflate", deflateSync(text)),
  "ok-br": encoded("br", brotliCompressSync(text)),
  "gzip-truncated": encoded("gzip", gzipSync(text, { level: 1 }).subarray(0, 15)),
  "gzip-lie": always(ok(gzipSync(text, { level: 1 }).toString("latin1"))),
  "enc-unknown": encoded("x-foo", Buffer.from("plain")),
  "gzip-corrupt": encoded("gzip", Buffer.from("this is not gzip")),
  "no-204": raw("HTTP/1.1 204 No Content", "", ""),
  "no-204-body": raw("HTTP/1.1 204 No Content", "Content-Length: 5", "", "hello"),
  "no-205": raw("HTTP/1.1 205 Reset Content", "Content-Length: 0", "", ""),
  "no-304": raw("HTTP/1.1 304 Not Modified", 'ETag: "x"', "", ""),
  "continue-100": always(send("HTTP/1.1 100 Continue", "", ""), { wait: 30 }, ok("after 100")),
  "continue-split": always({ send: "HTTP/1.1 100 Con" }, { wait: 30 }, send("tinue", "", ""), ok("after 100")),
  "hints-103": always(send("HTTP/1.1 103 Early Hints", "Link: </a>", "", ""), { wait: 30 }, ok("after 103")),
  "processing-102": always(send("HTTP/1.1 102 Processing", "", ""), { wait: 30 }, ok("after 102")),
  "switch-101": raw("HTTP/1.1 101 Switching Protocols", "Upgrade: foo", "Connection: Upgrade", "", ""),
  "status-raw": (parameters) => [send(parameters.get("line") ?? "", "Content-Length: 5", "", "hello")],
  status: (parameters) => {
    const code = parameters.get("code") ?? "";
    const body = parameters.get("body") ?? `body of ${code}\n`;
    const phrase = parameters.get("reason") ?? phrases[code] ?? "Whatever";
    const later = parameters.getAll("ra").map((seconds) => `Retry-After: ${seconds}`);
    return [send(`HTTP/1.1 ${code} ${phrase}`, "X-Test: yes", ...later, `Content-Length: ${body.length}`, "", body)];
  },
  // Resets, closes, truncation, garbage
  "rst-after-req": always("rst"),
  "fin-before-byte": always("fin"),
  "rst-mid-status": always({ send: "HTTP/1.1 2" }, "rst"),
  "fin-mid-status": always({ send: "HTTP/1.1 2" }, "fin"),
  "fin-after-status": always({ send: "HTTP/1.1 200 OK\r\n" }, "fin"),
  "rst-mid-headers": always({ send: "HTTP/1.1 200 OK\r\nContent-Ty" }, "rst"),
  "fin-mid-headers": always({ send: "HTTP/1.1 200 OK\r\nX-Test: yes\r\nContent-Ty" }, "fin"),
  "fin-mid-headers-cl": always({ send: "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nX-" }, "fin"),
  "rst-after-headers": always(long, "rst"),
  "rst-mid-body": always(long, { send: "ab\ncd" }, "rst"),
  "rst-mid-body-late": always(long, { send: "ab\ncd" }, { wait: 300 }, "rst"),
  "rst-mid-chunked": always(chunked, { send: `${chunk("ab\ncd")}a\r\nef` }, "rst"),
  "rst-mid-close": always(unbounded, { send: "ab\ncd" }, "rst"),
  // The head long before the rest
  "busy-rst-after-headers": always(long, { wait: 200 }, "rst"),
  "busy-rst-mid-body": always(long, { wait: 200 }, { send: "ab\ncd" }, "rst"),
  "busy-rst-mid-chunked": always(chunked, { wait: 200 }, { send: `${chunk("ab\ncd")}a\r\nef` }, "rst"),
  "busy-rst-mid-close": always(unbounded, { wait: 200 }, { send: "ab\ncd" }, "rst"),
  "busy-fin": always(unbounded, { wait: 200 }, { send: "ab\ncd" }, "fin"),
  "rst-after-complete": always(ok("complete"), "rst"),
  "err-rst-body": always(send("HTTP/1.1 503 Service Unavailable", "Content-Length: 20", "", "ab\ncd"), "rst"),
  "err-trunc-body": always(send("HTTP/1.1 503 Service Unavailable", "Content-Length: 20", "", "ab\ncd"), "fin"),
  "garbage-status": raw("lorem ipsum dolor", "sit amet", "", ""),
  "garbage-binary": always({ send: "\x16\x03\x01\x02\x00\x01\x00\xfc" }),
  "garbage-slow": always({ send: "He" }, { wait: 30 }, { send: "llo\nwor" }, { wait: 30 }, { send: "ld" }),
  "trunc-cl": always(long, { send: "ab\ncd" }, "fin"),
  "trunc-cl-big": always(send("HTTP/1.1 200 OK", "Content-Length: 50000", "", "x".repeat(20000)), "fin"),
  "trunc-cl-empty": always(long, "fin"),
  "trunc-chunked": always(chunked, { send: `${chunk("ab\ncd")}a\r\nef` }, "fin"),
  "trunc-chunked-boundary": always(chunked, { send: chunk("ab\ncd") }, "fin"),
  "trunc-chunked-line-end": always(chunked, { send: "5\r\nab\ncd\r" }, "fin"),
  "trunc-chunk-size": always(chunked, { send: `${chunk("ab\ncd")}5\r` }, "fin"),
  "trunc-chunk-size-zero": always(chunked, { send: `${chunk("ab\ncd")}0` }, "fin"),
  "trunc-chunk-extension": always(chunked, { send: `${chunk("ab\ncd")}a;x=` }, "fin"),
  "trunc-chunked-notrailer": always(chunked, { send: `${chunk("ab\ncd")}0\r\n` }, "fin"),
  "bad-chunk": always(chunked, { send: `${chunk("ab\ncd")}zz\r\nef\r\n0\r\n\r\n` }, "fin"),
  "bad-chunk-first": always(chunked, { send: "zz\r\nef\r\n0\r\n\r\n" }, "fin"),
  // These are played when the head of the request has come.
  "early-413-fin": always(
    send("HTTP/1.1 413 Too Large", "Connection: close", "Content-Length: 7", "", "too big"),
    "fin",
  ),
  "early-413-rst": always(
    send("HTTP/1.1 413 Too Large", "Connection: close", "Content-Length: 7", "", "too big"),
    "rst",
  ),
  "head-rst": always("rst"),
  "head-fin": always("fin"),
  "finraw-before": always("fin under TLS"),
  "finraw-mid-body": always(long, { send: "ab\ncd" }, "fin under TLS"),
  "finraw-close": always(unbounded, { send: "ab\ncd" }, "fin under TLS"),
  "early-413": raw("HTTP/1.1 413 Too Large", "Content-Length: 7", "", "too big"),
  blocks: always(ok("x".repeat(20000))),
  // Stalls and trickles
  hang: always("hang"),
  "err-hang": always(send("HTTP/1.1 503 Service Unavailable", "Content-Length: 20", "", "ab"), "hang"),
  "slow-body": always(long, { wait: 400 }, { send: "in the end of the end" }),
  "hang-mid-headers": always({ send: "HTTP/1.1 200 OK\r\nContent-Ty" }, "hang"),
  "hang-after-headers": always(long, "hang"),
  "hang-mid-body": always(long, { send: "ab\ncd" }, "hang"),
  "hang-chunked": always(chunked, { send: chunk("ab\ncd") }, "hang"),
  trickle: () => [send("HTTP/1.1 200 OK", "Content-Length: 6", "", ""), ...trickle("xxxxxx", 150)],
  "trickle-headers": () => [...trickle("HTTP/1.1 ", 90), { send: "200 OK\r\nContent-Length: 2\r\n\r\nok" }],
  "trickle-status": () => [...trickle("HTTP/1.1", 90), { send: " 200 OK\r\nContent-Length: 2\r\n\r\nok" }],
  "slow-first-byte": (parameters) => [{ wait: Number(parameters.get("ms")) }, ok("late")],
  // Headers
  "hdr-dup": always(ok("ok", "Set-Cookie: a=1; Path=/", "X-Test: one", "Set-Cookie: b=2", "x-test: two")),
  "hdr-many": always(
    ok(
      "ok",
      "Server: x",
      "Date: d",
      "Cache-Control: no-cache",
      "X-A: 1",
      "ETag: e",
      "Expires: never",
      "Vary: *",
      "X-Frame-Options: a",
      "Pragma: p",
      "Set-Cookie: a=b",
    ),
  ),
  "hdr-utf8": always(ok("ok", `X-Test: ${Buffer.from("café €").toString("latin1")}`)),
  "hdr-latin1": always(ok("ok", "X-Test: caf\xe9")),
  // The last byte of "à" is a no-break space to Latin-1.
  "hdr-last-byte": raw(
    "HTTP/1.1 200 Voil\xc3\xa0",
    "X-Test: voil\xc3\xa0",
    "X-More: \xa0\xa0",
    "X-Fold: a",
    " \xc3\xa0",
    "Content-Length: 2",
    "",
    "ok",
  ),
  "chunk-cut-character": always(chunked, { send: "a\r\nh\xc3\xa9 h\xc3" }, "fin"),
  "hdr-space-colon": raw("HTTP/1.1 200 OK", "X-Test : 1", "Content-Length: 2", "", "ok"),
  "hdr-dates": raw(
    "HTTP/1.1 200 OK",
    "Last-Modified:Tue, 03 Apr 2012 10:00:00 GMT",
    "Expires: 0",
    'Content-Type:  Text/HTML/x ; Charset="utf-8" ; level=1;a=<b>; odd;',
    "X-Test: one",
    "  and more",
    "x-tEST:  two",
    "Date: Tue, 03 Apr 2012 12:00:00 +0200",
    "Content-Length: 2",
    "",
    "ok",
  ),
  "hdr-fold": raw("HTTP/1.1 200 OK", "X-Test: a", " b", "\tc", "Content-Length: 2", "", "ok"),
  "hdr-nocolon": raw("HTTP/1.1 200 OK", "this is not a header", "X-Test: 1", "Content-Length: 2", "", "ok"),
  "hdr-space-name": raw("HTTP/1.1 200 OK", "X Sp: 1", "X-Test: 1", "Content-Length: 2", "", "ok"),
  "hdr-emptyname": raw("HTTP/1.1 200 OK", ": v", "X-Test: 1", "Content-Length: 2", "", "ok"),
  "hdr-emptyval": raw("HTTP/1.1 200 OK", "X-Test:", "Content-Length: 2", "", "ok"),
  "hdr-ctl": raw("HTTP/1.1 200 OK", "X-Test: a\x01b\x7f", "Content-Length: 2", "", "ok"),
  "hdr-nul": raw("HTTP/1.1 200 OK", "X-Test: a\x00b", "Content-Length: 2", "", "ok"),
  "hdr-lf": always({ send: "HTTP/1.1 200 OK\nX-Test: 1\nContent-Length: 2\n\nok" }),
  "hdr-n": (parameters) => {
    const fields = Array.from({ length: Number(parameters.get("n")) - 1 }, (_, index) => `X-H${index}: v`);
    return [send("HTTP/1.1 200 OK", ...fields, "Content-Length: 2", "", "ok")];
  },
  "hdr-big": (parameters) => [ok("ok", `X-Big: ${"b".repeat(Number(parameters.get("n")))}`)],
  "status-big": (parameters) => [
    send(`HTTP/1.1 200 ${"b".repeat(Number(parameters.get("n")))}`, "Content-Length: 2", "", "ok"),
  ],
  "cl-dup-same": raw("HTTP/1.1 200 OK", "Content-Length: 2", "Content-Length: 2", "", "ok"),
  "cl-dup-diff": raw("HTTP/1.1 200 OK", "Content-Length: 2", "Content-Length: 3", "", "oks"),
  "cl-negative": raw("HTTP/1.1 200 OK", "Content-Length: -5", "", "hello"),
  "cl-garbage": raw("HTTP/1.1 200 OK", "Content-Length: abc", "", "hello"),
  "cl-plus": raw("HTTP/1.1 200 OK", "Content-Length: +5", "", "hello"),
  "cl-extra": raw("HTTP/1.1 200 OK", "Content-Length: 5", "", "helloEXTRA"),
  // Redirects: `loc` and `uri` may be given several times
  redir: (parameters) => {
    const code = parameters.get("code") ?? "302";
    const fields = parameters.getAll("loc").map((location) => `Location: ${location}`);
    fields.push(...parameters.getAll("uri").map((location) => `URI: ${location}`));
    fields.push(...parameters.getAll("ck").map((cookie) => `Set-Cookie: ${cookie}`));
    return [send(`HTTP/1.1 ${code} ${phrases[code] ?? "R"}`, ...fields, "Content-Length: 6", "", "moved\n")];
  },
  // Passwords: `how` is the challenge, `user` who is welcome
  challenge: (parameters, { headers }) => {
    const status = parameters.get("status") ?? "401";
    const [asked, given] =
      status === "407" ? ["Proxy-Authenticate", "proxy-authorization"] : ["WWW-Authenticate", "authorization"];
    if (headers[given] === `Basic ${btoa(parameters.get("user") ?? "")}`) return [ok("welcome")];
    return [
      send(`HTTP/1.1 ${status} Denied`, `${asked}: ${parameters.get("how") ?? ""}`, "Content-Length: 6", "", "denied"),
    ];
  },
  digest: (parameters, { headers, line }) => {
    if (isDigestOf("u", "wire", "p", line.split(" ")[0] ?? "", headers["authorization"] ?? "")) return [ok("welcome")];
    const challenge = `WWW-Authenticate: Digest ${parameters.get("how") ?? ""}`;
    return [send("HTTP/1.1 401 Denied", challenge, "Content-Length: 6", "", "denied")];
  },
  always401: raw(
    "HTTP/1.1 401 Denied",
    'WWW-Authenticate: Digest realm="wire", nonce="n"',
    "Content-Length: 6",
    "",
    "denied",
  ),
  "redir-bytes": (parameters) => {
    const location = Buffer.from(parameters.get("hex") ?? "", "hex").toString("latin1");
    return [send("HTTP/1.1 302 Found", `Location: ${location}`, "Content-Length: 0", "", "")];
  },
  hop: (parameters) => {
    const left = Number(parameters.get("n"));
    const code = parameters.get("code") ?? "302";
    if (left <= 0) return [ok("arrived")];
    const location = `Location: /hop?n=${left - 1}&code=${code}`;
    return [send(`HTTP/1.1 ${code} ${phrases[code] ?? ""}`, location, "Content-Length: 0", "", "")];
  },
  loop: raw("HTTP/1.1 302 Found", "Location: /loop", "Content-Length: 0", "", ""),
  loop2: raw("HTTP/1.1 302 Found", "Location: /loop3", "Content-Length: 0", "", ""),
  loop3: raw("HTTP/1.1 302 Found", "Location: /loop2", "Content-Length: 0", "", ""),
  "redir-trunc-body": always(send("HTTP/1.1 302 Found", "Location: /ok-cl", "Content-Length: 50", "", "short"), "fin"),
  "redir-rst-body": always(send("HTTP/1.1 302 Found", "Location: /ok-cl", "Content-Length: 50", "", "short"), "rst"),
  "redir-chunk-trunc": always(
    send("HTTP/1.1 302 Found", "Location: /ok-cl", "Transfer-Encoding: chunked", "", "5\r\nsho"),
    "fin",
  ),
  "redir-hang-body": always(send("HTTP/1.1 302 Found", "Location: /ok-cl", "Content-Length: 50", "", "short"), "hang"),
};
