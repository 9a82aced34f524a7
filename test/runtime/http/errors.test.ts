import { describe, expect, it } from "vitest";
import {
  BadStatusLine,
  HTTPException,
  IncompleteRead,
  InvalidURL,
  LineTooLong,
  UnknownProtocol,
} from "../../../src/runtime/http/errors/HTTPException.ts";
import {
  CertificateError,
  GetAddrInfoError,
  SSLError,
  SocketError,
  SocketTimeout,
} from "../../../src/runtime/http/errors/SocketError.ts";
import { HTTPError } from "../../../src/runtime/http/errors/HTTPError.ts";
import { URLError } from "../../../src/runtime/http/errors/URLError.ts";
import { readBytes } from "../../../src/runtime/http/readBytes.ts";
import { readText } from "../../../src/runtime/http/readText.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { Exception } from "../../../src/runtime/python/exceptions/Exception.ts";
import { IOError } from "../../../src/runtime/python/exceptions/IOError.ts";
import { ValueError } from "../../../src/runtime/python/exceptions/ValueError.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";

const reset = new SocketError(104, "Connection reset by peer");

describe("an error a program makes", () => {
  // The right-hand sides are CPython 2.7.18's `str`, `repr`, `repr(e.args)` and the class in a traceback's last line.
  it.each([
    [new URLError("no host given"), "<urlopen error no host given>", "URLError('no host given',)", "urllib2.URLError"],
    [
      new URLError(reset),
      "<urlopen error [Errno 104] Connection reset by peer>",
      "URLError(error(104, 'Connection reset by peer'),)",
      "urllib2.URLError",
    ],
    [
      new HTTPError("http://h/", 404, "Not Found", null, null),
      "HTTP Error 404: Not Found",
      "HTTPError()",
      "urllib2.HTTPError",
    ],
    [reset, "[Errno 104] Connection reset by peer", "error(104, 'Connection reset by peer')", "socket.error"],
    [new SocketError("x"), "x", "error('x',)", "socket.error"],
    [new SocketTimeout("timed out"), "timed out", "timeout('timed out',)", "socket.timeout"],
    [
      new GetAddrInfoError(-2, "Name or service not known"),
      "[Errno -2] Name or service not known",
      "gaierror(-2, 'Name or service not known')",
      "socket.gaierror",
    ],
    [new SSLError("x"), "('x',)", "SSLError('x',)", "ssl.SSLError"],
    [new SSLError(1, "bad"), "bad", "SSLError(1, 'bad')", "ssl.SSLError"],
    [new CertificateError("x"), "x", "CertificateError('x',)", "ssl.CertificateError"],
    [new HTTPException("x"), "x", "HTTPException('x',)", "httplib.HTTPException"],
    [new BadStatusLine("x"), "x", "BadStatusLine('x',)", "httplib.BadStatusLine"],
    [new BadStatusLine(""), "''", `BadStatusLine("''",)`, "httplib.BadStatusLine"],
    [new IncompleteRead("abc", 5), ...twice("IncompleteRead(3 bytes read, 5 more expected)"), "httplib.IncompleteRead"],
    [new IncompleteRead("abc"), ...twice("IncompleteRead(3 bytes read)"), "httplib.IncompleteRead"],
    [new InvalidURL("x"), "x", "InvalidURL('x',)", "httplib.InvalidURL"],
    [
      new LineTooLong("header line"),
      "got more than 65536 bytes when reading header line",
      "LineTooLong('got more than 65536 bytes when reading header line',)",
      "httplib.LineTooLong",
    ],
    [new UnknownProtocol("HTTP/2.0"), "HTTP/2.0", "UnknownProtocol('HTTP/2.0',)", "httplib.UnknownProtocol"],
  ] as const)("%s", (error, text, shown, qualifiedName) => {
    expect(error.toString()).toBe(text);
    expect(error.message).toBe(text);
    expect(repr(error)).toBe(shown);
    expect(error.qualifiedName).toBe(qualifiedName);
    expect(error.name).toBe(error.constructor.name);
    expect(error.stack?.split("\n")[0]).toBe(`${qualifiedName}: ${text}`);
  });
});

describe("except clauses", () => {
  const families = [BaseException, Exception, IOError, ValueError, URLError, SocketError, HTTPException];
  it.each([
    [new URLError("x"), [IOError, URLError]],
    [new HTTPError("u", 500, "m", null, null), [IOError, URLError]],
    [reset, [IOError, SocketError]],
    [new SocketTimeout("timed out"), [IOError, SocketError]],
    [new GetAddrInfoError(-2, "x"), [IOError, SocketError]],
    [new SSLError(1, "x"), [IOError, SocketError]],
    [new CertificateError("x"), [ValueError]],
    [new BadStatusLine("x"), [HTTPException]],
    [new IncompleteRead("x"), [HTTPException]],
    [new InvalidURL("x"), [HTTPException]],
  ])("%s", (error, caught) => {
    const catching = families.filter((family) => error instanceof family);
    expect(catching).toEqual(families.filter((family) => [BaseException, Exception, ...caught].includes(family)));
  });
});

describe("HTTPError", () => {
  it("is read like a response, once", async () => {
    const error = new HTTPError("http://h/", 503, "Busy", { "Retry-After": "1" }, "caf\u00e9");
    expect([error.status, error.reason, error.url, error.headers.get("retry-after")]).toEqual([
      503,
      "Busy",
      "http://h/",
      "1",
    ]);
    expect([...error.args, error.errno]).toEqual([null]);
    expect(await readText(error)).toBe("caf\u00e9");
    expect(await readText(error)).toBe("");
  });

  it("gives its bytes", async () => {
    const error = new HTTPError("http://h/", 503, "Busy", null, "ab");
    expect(await readBytes(error)).toEqual(new Uint8Array([97, 98]));
    expect(await readBytes(error)).toEqual(new Uint8Array());
  });
});

function twice(text: string): [string, string] {
  return [text, text];
}
