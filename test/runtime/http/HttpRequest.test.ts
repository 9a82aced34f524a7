import { describe, expect, it } from "vitest";
import { headerItems } from "../../../src/runtime/http/headerItems.ts";
import { HttpRequest } from "../../../src/runtime/http/HttpRequest.ts";
import { withServer } from "./withServer.ts";
import { fetchOrThrow } from "../../../src/runtime/http/fetchOrThrow.ts";

const url = "http://u%20h:80/p/a;b?q=1#f";

describe("HttpRequest", () => {
  it("takes its URL apart as urllib2 does", () => {
    const request = new HttpRequest(` <URL:${url}> `);
    expect(request.getFullUrl()).toBe(url);
    expect(request.getType()).toBe("http");
    expect(request.getHost()).toBe("u h:80");
    expect(request.getSelector()).toBe("/p/a;b?q=1");
  });

  it("finds a missing scheme only when asked for it", () => {
    const request = new HttpRequest("nowhere");
    expect(request.getFullUrl()).toBe("nowhere");
    expect(() => request.getType()).toThrow("unknown url type: nowhere");
  });

  it("writes header names with one capital, and wants them so", () => {
    const request = new HttpRequest(url, { headers: { "x-CUSTOM-thing": "1" } });
    request.addHeader("accept", "a/b");
    request.addUnredirectedHeader("X-ONCE", "2");
    expect([request.hasHeader("X-custom-thing"), request.hasHeader("x-custom-thing")]).toEqual([true, false]);
    expect([request.getHeader("X-once"), request.getHeader("Nope"), request.getHeader("Nope", 1)]).toEqual([
      "2",
      null,
      1,
    ]);
    expect(headerItems(request).sort()).toEqual([
      ["Accept", "a/b"],
      ["X-custom-thing", "1"],
      ["X-once", "2"],
    ]);
  });

  it("becomes a POST by its data", () => {
    const request = new HttpRequest(url);
    expect([request.getMethod(), request.hasData(), request.getData()]).toEqual(["GET", false, null]);
    request.addData("");
    expect([request.getMethod(), request.hasData(), request.getData()]).toEqual(["POST", true, ""]);
  });

  it("sends what an assigned or overridden getMethod says", async () => {
    class Delete extends HttpRequest {
      override getMethod(): string {
        return "DELETE";
      }
    }
    await withServer(async (server, base) => {
      const put = new HttpRequest(`${base}/echo`, { data: "x" });
      put.getMethod = () => "PUT";
      await fetchOrThrow(put);
      await fetchOrThrow(new Delete(`${base}/echo`));
      expect(server.requests.map((request) => request.line)).toEqual(["PUT /echo HTTP/1.1", "DELETE /echo HTTP/1.1"]);
    });
  });

  it("keeps the data that urlopen is given", async () => {
    await withServer(async (server, base) => {
      const request = new HttpRequest(`${base}/echo`);
      await fetchOrThrow(request, { body: "k=v" });
      expect(request.getData()).toBe("k=v");
      expect(server.requests[0]).toMatchObject({ line: "POST /echo HTTP/1.1", body: "k=v" });
    });
  });

  it("leaves unredirected headers behind on a redirect, and takes the others along", async () => {
    await withServer(async (server, base) => {
      const request = new HttpRequest(`${base}/redir?loc=/echo`, { headers: { "X-Kept": "1" } });
      request.addUnredirectedHeader("X-Once", "2");
      await fetchOrThrow(request);
      expect(server.requests.map(({ headers }) => [headers["x-kept"], headers["x-once"]])).toEqual([
        ["1", "2"],
        ["1", undefined],
      ]);
    });
  });
});
