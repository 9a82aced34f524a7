import { mkdtempSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchAnyStatus, shareOpener } from "../../../src/runtime/http/fetchAnyStatus.ts";
import { header } from "../../../src/runtime/http/header.ts";
import { guessType } from "../../../src/runtime/http/mime/guessType.ts";
import { readText } from "../../../src/runtime/http/readText.ts";
import { textReader } from "../../../src/runtime/http/TextReader.ts";
import { FancyUrlOpener } from "../../../src/runtime/http/urllib/FancyUrlOpener.ts";
import { retrieveWith } from "../../../src/runtime/http/urllib/retrieveWith.ts";
import { UrlOpener } from "../../../src/runtime/http/urllib/UrlOpener.ts";
import { withServer } from "./withServer.ts";

const folder = mkdtempSync(join(tmpdir(), "urllib-"));
const file = join(folder, "two words.html");
writeFileSync(file, "<p>\n</p>\n");
utimesSync(file, 1_300_000_000, 1_300_000_000);

afterEach(() => {
  shareOpener(null);
  vi.unstubAllEnvs();
});

describe("a local file", () => {
  // CPython 2.7: urllib.urlopen(…).geturl(), .info(), .read().
  it.each([file, `file:${file}`, `file://${file}`, `file://localhost${file}`, file.replace(" ", "%20")])(
    "%s is opened as an answer without a status",
    async (url) => {
      const response = await fetchAnyStatus(url);
      expect(response.url).toBe(`file://${file.replace(" ", "%20")}`);
      expect([
        header(response, "content-type"),
        header(response, "Content-Length"),
        header(response, "Last-Modified"),
      ]).toEqual(["text/html", String(statSync(file).size), "Sun, 13 Mar 2011 07:06:40 GMT"]);
      expect(await textReader(response).readlines()).toEqual(["<p>\n", "</p>\n"]);
      expect(() => response.status).toThrow("the status of a local file");
    },
  );

  it("is an IOError where it cannot be read, and a TypeError with data", async () => {
    await expect(fetchAnyStatus(join(folder, "none"))).rejects.toMatchObject({ name: "IOError", errno: 2 });
    await expect(fetchAnyStatus(folder)).rejects.toMatchObject({ name: "IOError", errno: 21 });
    await expect(fetchAnyStatus(file, "a=b")).rejects.toThrow("open_file() takes exactly 2 arguments (3 given)");
  });

  it("is not copied by a download without a name, but by one with", async () => {
    const opener = new FancyUrlOpener();
    const [name, headers] = await retrieveWith(opener, `file://${file}`);
    expect([name, headers.get("content-type")]).toEqual([file, "text/html"]);
    const [copy] = await retrieveWith(opener, file, join(folder, "copy"));
    expect(statSync(copy).size).toBe(statSync(file).size);
  });
});

describe("guessType", () => {
  // CPython 2.7's mimetypes.guess_type(), of what no system's table has otherwise.
  it.each([
    ["a.html", "text/html", null],
    ["http://h/a/b.PNG", "image/png", null],
    ["x.tar.gz", "application/x-tar", "gzip"],
    ["x.tgz", "application/x-tar", "gzip"],
    ["README", null, null],
    [".html", null, null],
    ["a.b/c", null, null],
    ["data:text/css,x", "text/css", null],
    ["data:,x", "text/plain", null],
    ["data:x", null, null],
  ])("of %s is %s, %s", (url, type, encoding) => {
    expect(guessType(url)).toEqual([type, encoding]);
  });
});

describe("an opener", () => {
  it("sends its own fields", async () => {
    await withServer(async (server, base) => {
      class Mirror extends FancyUrlOpener {
        override readonly version = "mirror/1.0";
      }
      shareOpener(new Mirror());
      await fetchAnyStatus(`${base}/echo`);
      const plain = new UrlOpener();
      plain.addheader("User-Agent", "other");
      await plain.open(`${base}/echo`);
      plain.addheaders = [["X-Only", "1"]];
      await plain.open(`${base}/echo`);
      const seen = server.requests.map(({ headers }) => [headers["user-agent"], headers["x-only"], headers["accept"]]);
      expect(seen).toEqual([
        ["mirror/1.0", undefined, "*/*"],
        ["other", undefined, "*/*"],
        [undefined, "1", undefined],
      ]);
    });
  });

  it("of the plain kind takes nothing but 2xx", async () => {
    await withServer(async (_, base) => {
      await expect(new UrlOpener().open(`${base}/status?code=404`)).rejects.toMatchObject({
        name: "IOError",
        args: ["http error", 404, "Not Found", expect.any(Headers)],
      });
    });
  });

  it("asks for a proxy's host with the whole URL, and gives its passwords to whom they are for", async () => {
    await withServer(async (server, base) => {
      const proxy = base.replace("http://", "http://me:s%40f@");
      const response = await fetchAnyStatus("http://u:p@depot.invalid/echo?x", null, new Map([["http", proxy]]));
      expect(response.url).toBe("http://u:p@depot.invalid/echo?x");
      expect(server.requests[0]?.line).toBe("GET http://depot.invalid/echo?x HTTP/1.0");
      expect(server.requests[0]?.headers).toMatchObject({
        "proxy-authorization": `Basic ${btoa("me:s@f")}`,
        authorization: `Basic ${btoa("u:p")}`,
        host: "depot.invalid",
      });
      await expect(fetchAnyStatus("http://h/", null, [["http", "proxy:3128"]])).rejects.toMatchObject({
        args: ["url error", "invalid proxy for http"],
        filename: "proxy:3128",
      });
    });
  });

  it("takes the environment's proxies, except for hosts that need none", async () => {
    await withServer(async (server, base) => {
      vi.stubEnv("http_proxy", base);
      vi.stubEnv("no_proxy", "other.invalid, .local.invalid");
      await new FancyUrlOpener().open("http://depot.invalid/echo");
      expect(server.requests[0]?.line).toBe("GET http://depot.invalid/echo HTTP/1.0");
      const direct = new FancyUrlOpener().open("http://a.local.invalid/echo");
      await expect(direct).rejects.toMatchObject({ args: ["socket error", expect.anything()] });
      expect(await readText(await fetchAnyStatus(`${base}/ok-cl`, null, []))).toBe("line one\nline two\nend");
    });
  });
});
