import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { bodyReader } from "../../../src/runtime/http/BodyReader.ts";
import { close } from "../../../src/runtime/http/close.ts";
import { contentType } from "../../../src/runtime/http/contentType.ts";
import { contentTypeParameter } from "../../../src/runtime/http/contentTypeParameter.ts";
import { getDefaultTimeout, setDefaultTimeout } from "../../../src/runtime/http/defaultTimeout.ts";
import { HTTPError } from "../../../src/runtime/http/errors/HTTPError.ts";
import { fetchAnyStatus } from "../../../src/runtime/http/fetchAnyStatus.ts";
import { fetchOrThrow } from "../../../src/runtime/http/fetchOrThrow.ts";
import { header } from "../../../src/runtime/http/header.ts";
import { headerLines } from "../../../src/runtime/http/headerLines.ts";
import { headerOrThrow } from "../../../src/runtime/http/headerOrThrow.ts";
import { headerValues } from "../../../src/runtime/http/headerValues.ts";
import { readText } from "../../../src/runtime/http/readText.ts";
import { textReader } from "../../../src/runtime/http/TextReader.ts";
import { urlretrieve } from "../../../src/runtime/http/urlretrieve.ts";
import { outcome } from "./outcome.ts";
import { withServer } from "./withServer.ts";

describe("a response", () => {
  it("is a standard one", async () => {
    await withServer(async (_, base) => {
      const response = await fetchOrThrow(`${base}/redir?loc=/ok-cl%23f`);
      expect(response).toBeInstanceOf(Response);
      expect([response.ok, response.status, response.statusText, response.url]).toEqual([
        true,
        200,
        "OK",
        `${base}/ok-cl#f`,
      ]);
      expect(response.headers.get("x-mixed-case")).toBe("Va1ue");
      expect(await response.text()).toBe("line one\nline two\nend");
    });
  });

  it("rejects with Python's errors when it is read by the platform's own methods", async () => {
    await withServer(async (_, base) => {
      const cut = await fetchOrThrow(`${base}/trunc-chunked`);
      await expect(cut.text()).rejects.toMatchObject({ name: "IncompleteRead", expected: 8 });
      const reset = await fetchOrThrow(`${base}/rst-mid-body`);
      await expect(reset.arrayBuffer()).rejects.toMatchObject({ name: "SocketError", errno: 104 });
    });
  });

  it("keeps what came before a cut for a program that is slow to read it", async () => {
    await withServer(async (_, base) => {
      const response = await fetchOrThrow(`${base}/trunc-cl`);
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(await response.text()).toBe("ab\ncd");
    });
  });

  it("has its header fields as they came", async () => {
    await withServer(async (_, base) => {
      const response = await fetchOrThrow(`${base}/hdr-dup`);
      expect([header(response, "x-TEST"), header(response, "nope")]).toEqual(["one, two", null]);
      expect(headerValues(response, "set-cookie")).toEqual(["a=1; Path=/", "b=2"]);
      expect(headerLines(response).slice(1, 3)).toEqual(["Set-Cookie: a=1; Path=/\r\n", "X-Test: one\r\n"]);
      expect(headerOrThrow(response, "X-Test")).toBe("one, two");
      expect([header(response.headers, "x-test"), contentType(response.headers)]).toEqual(["one, two", "text/plain"]);
      expect(() => headerOrThrow(response, "X-Nope")).toThrow("'x-nope'");
    });
  });

  it("is closed without being read", async () => {
    await withServer(async (server, base) => {
      const response = await fetchOrThrow(`${base}/hang-mid-body`);
      const started = await fetchOrThrow(`${base}/hang-mid-body`);
      expect(await textReader(started).read(3)).toBe("ab\n");
      await close(response);
      await close(started);
      await expect.poll(() => server.open).toBe(0);
      await expect(readText(started)).rejects.toThrow("'NoneType' object is not callable");
    });
  });
});

describe("a body read piece by piece", () => {
  it("goes on where the last call stopped, whoever made it", async () => {
    await withServer(async (_, base) => {
      const response = await fetchOrThrow(`${base}/ok-cl`);
      expect(await textReader(response).read(3)).toBe("lin");
      expect(await textReader(response).readline()).toBe("e one\n");
      expect(await bodyReader(response).read(0)).toEqual(new Uint8Array());
      expect(await textReader(response).read(-1)).toBe("line two\nend");
      expect([await readText(response), await textReader(response).readline()]).toEqual(["", ""]);
    });
  });

  it("is an error's too", async () => {
    await withServer(async (_, base) => {
      const error = await fetchOrThrow(`${base}/status?code=503&body=a%0Ab`).catch((thrown: unknown) => thrown);
      if (!(error instanceof HTTPError)) throw error;
      const lines: string[] = [];
      for await (const line of textReader(error)) lines.push(line);
      expect(lines).toEqual(["a\n", "b"]);
      expect(await readText(error)).toBe("");
    });
  });

  it("cuts a character in two, and gives its bytes back", async () => {
    const response = new Response("\u00e9!");
    expect(await textReader(response).read(1)).toBe("\udcc3");
    expect(await textReader(response).read(1)).toBe("\udca9");
    expect(await textReader(response).readlines()).toEqual(["!"]);
  });
});

describe("a URL that is not HTTP's", () => {
  it.each(["ftp://127.0.0.1/x", "file:///etc/hostname"])("%s stops the program, for Python opens it", async (url) => {
    await expect(fetchOrThrow(url)).rejects.toThrow("not translated");
  });

  it.each(["ftp://127.0.0.1/x", "data:text/plain,hi", "file://elsewhere.example/x"])(
    "%s stops the program, for urllib opens it",
    async (url) => {
      await expect(fetchAnyStatus(url)).rejects.toThrow("not translated");
      await expect(urlretrieve(url)).rejects.toThrow("not translated");
    },
  );
});

describe("contentType", () => {
  // CPython 2.7's mimetools.Message.gettype().
  it.each([
    [{ "Content-Type": "Text/HTML ; charset=x" }, "text/html"],
    [{ "Content-Type": "" }, ""],
    [{}, "text/plain"],
  ])("of %j is %s", (fields, expected) => {
    expect(contentType(new Headers(fields as Record<string, string>))).toBe(expected);
  });
});

describe("contentTypeParameter", () => {
  // CPython 2.7's mimetools.Message.getparam().
  it.each([
    ["text/html; charset=utf-8", "charset", "utf-8"],
    ["text/html; charset=utf-8", "CHARSET", "utf-8"],
    ["text/html", "charset", null],
    ['a/b; Charset="x y"; q=<z>', "charset", "x y"],
    ['a/b; Charset="x y"; q=<z>', "q", "z"],
    ["a/b;charset=", "charset", ""],
    ["a/b; charset", "charset", null],
    ['A/B/C; x="a\\"b"', "x", 'a"b'],
    ["text / plain ;c=1; c=2", "c", "1"],
    ['text/html; charset="', "charset", '"'],
    ["x; charset =u", "charset", "u"],
  ])("of %s, %s is %s", (value, name, expected) => {
    expect(contentTypeParameter(new Headers({ "Content-Type": value }), name)).toBe(expected);
  });
});

describe("the default timeout", () => {
  afterEach(() => {
    setDefaultTimeout(null);
  });

  it("holds where none is given", async () => {
    setDefaultTimeout(0.2);
    expect(getDefaultTimeout()).toBe(0.2);
    await withServer(async (_, base) => {
      expect(await outcome(`${base}/hang`, {})).toBe("socket.timeout: timed out");
      expect(await outcome(`${base}/slow-first-byte?ms=300`, { timeout: null })).toBe("200 late");
      expect(await outcome(`${base}/slow-first-byte?ms=300`, { timeout: 2 })).toBe("200 late");
    });
  });
});

describe("a redirect to another host", () => {
  // urllib2 sends them on (contract, section 8). That is not safe, and the one rule of it that is not kept.
  it("does not get passwords and cookies", async () => {
    await withServer(async (server, base) => {
      const headers = { Authorization: "Basic eA==", Cookie: "a=b", "X-Kept": "1" };
      const away = base.replace("127.0.0.1", "localhost");
      await fetchOrThrow(`${base}/redir?loc=${encodeURIComponent(`${away}/echo`)}`, { headers });
      await fetchOrThrow(`${base}/redir?loc=${encodeURIComponent(`${base}/echo`)}`, { headers });
      const seen = server.requests.map((request) => request.headers);
      expect(seen.map((fields) => [fields["authorization"], fields["cookie"], fields["x-kept"]])).toEqual([
        ["Basic eA==", "a=b", "1"],
        [undefined, undefined, "1"],
        ["Basic eA==", "a=b", "1"],
        ["Basic eA==", "a=b", "1"],
      ]);
    });
  });
});

describe("a request with a large body", () => {
  const body = "x".repeat(3_000_000);
  it.each([
    ["/early-413", "urllib2.HTTPError: HTTP Error 413: Too Large"],
    ["/rst-after-req", "socket.error: [Errno 104] Connection reset by peer"],
    ["/fin-before-byte", "httplib.BadStatusLine: No status line received - the server has closed the connection"],
    ["/ok-cl", "200 line one\nline two\nend"],
  ])("%s", async (path, expected) => {
    await withServer(async (server, base) => {
      expect(await outcome(base + path, { body, timeout: 5 })).toBe(expected);
      expect(server.requests[0]?.headers["content-length"]).toBe("3000000");
    });
  });
});

describe("urlretrieve", () => {
  const folder = mkdtempSync(join(tmpdir(), "urlretrieve-"));

  it("writes the body into the file and tells how far it is", async () => {
    await withServer(async (_, base) => {
      const told: number[][] = [];
      const name = join(folder, "whole");
      const [filename, headers] = await urlretrieve(`${base}/blocks`, name, (...progress) => told.push(progress));
      expect([filename, headers.get("content-length")]).toEqual([name, "20000"]);
      expect(readFileSync(name, "latin1")).toBe("x".repeat(20000));
      expect(told).toEqual([0, 1, 2, 3].map((blocks) => [blocks, 8192, 20000]));
    });
  });

  it("names a file of its own after the ending of the path", async () => {
    await withServer(async (_, base) => {
      const [filename] = await urlretrieve(`${base}/ok-cl/a.txt?x`);
      expect(filename).toMatch(/\.txt$/);
      expect(readFileSync(filename, "latin1")).toBe("line one\nline two\nend");
    });
  });

  it("refuses a body that is too short, and leaves what came", async () => {
    await withServer(async (_, base) => {
      const name = join(folder, "short");
      await expect(urlretrieve(`${base}/trunc-cl`, name)).rejects.toMatchObject({
        name: "ContentTooShortError",
        message: "retrieval incomplete: got only 5 out of 20 bytes",
        content: [name, expect.any(Headers)],
      });
      expect(existsSync(name) && readFileSync(name, "latin1")).toBe("ab\ncd");
    });
  });
});
