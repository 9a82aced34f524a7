import { afterEach, describe, expect, it, vi } from "vitest";
import type { FetchOptions } from "../../../src/runtime/http/fetchOrThrow.ts";
import { outcome } from "./outcome.ts";
import { withServer } from "./withServer.ts";

// Where fetch is not Node's own, or the program has put a dispatcher of its own in its place, the contract holds as far
// as fetch shows what happened.
const rows: readonly (readonly [path: string, options: FetchOptions, outcome: string])[] = [
  ["/ok-cl", {}, "200 line one\nline two\nend"],
  ["/ok-chunked", {}, "200 line one\nline two\nend"],
  ["/redir?loc=/ok-cl", {}, "200 line one\nline two\nend"],
  ["/status?code=404", {}, "urllib2.HTTPError: HTTP Error 404: Not Found"],
  ["/rst-after-req", {}, "socket.error: [Errno 104] Connection reset by peer"],
  ["/rst-mid-body", {}, "200 socket.error: [Errno 104] Connection reset by peer"],
  ["/fin-before-byte", {}, "httplib.BadStatusLine: No status line received - the server has closed the connection"],
  ["/trunc-cl", {}, "200 ab\ncd"],
  ["/trunc-chunked", {}, "200 httplib.IncompleteRead: IncompleteRead(0 bytes read)"],
  ["/bad-chunk", {}, "200 httplib.IncompleteRead: IncompleteRead(0 bytes read)"],
  ["/hang", { timeout: 1 }, "socket.timeout: timed out"],
  ["/hang-mid-body", { timeout: 1 }, "200 socket.timeout: timed out"],
  ["/echo", { body: "k=v" }, "200 POST /echo\nk=v"],
];

function plainFetch(): void {
  const platform = fetch;
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    Reflect.deleteProperty(init, "dispatcher");
    return platform(url, init);
  });
}

const dispatcherKey = Symbol.for("undici.globalDispatcher.1");

describe("a fetch that knows no dispatcher", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("wraps a connection that is refused", async () => {
    plainFetch();
    expect(await outcome("http://127.0.0.1:3/", {})).toBe(
      "urllib2.URLError: <urlopen error [Errno 111] Connection refused>",
    );
  });

  it.each(rows)("%s", async (path, options, expected) => {
    plainFetch();
    await withServer(async (server, base) => {
      expect((await outcome(base + path, options)).replace(/\d+ bytes/, "0 bytes")).toBe(expected);
      expect(server.requests[0]?.headers).toMatchObject({ "user-agent": "Python-urllib/2.7", connection: "close" });
    });
  });
});

describe("a dispatcher that the program has installed", () => {
  // The class makes Node load its fetch, which then has a dispatcher.
  const installed: unknown = Reflect.get(Response && globalThis, dispatcherKey);
  afterEach(() => {
    Reflect.set(globalThis, dispatcherKey, installed);
  });

  it.each(rows)("%s", async (path, options, expected) => {
    const dispatched: object[] = [];
    const platform = installed as { dispatch(options: object, handler: object): boolean };
    class Recorder {
      dispatch(sent: object, handler: object): boolean {
        dispatched.push(sent);
        return platform.dispatch(sent, handler);
      }
    }
    Reflect.set(globalThis, dispatcherKey, new Recorder());
    await withServer(async (server, base) => {
      expect((await outcome(base + path, options)).replace(/\d+ bytes/, "0 bytes")).toBe(expected);
      expect(dispatched.length).toBe(server.requests.length);
    });
  });
});
