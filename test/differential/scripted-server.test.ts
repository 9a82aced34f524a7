import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import { afterEach, describe, expect, test } from "vitest";
import type { Reply } from "../../src/verify/reply.ts";
import { ScriptedServer } from "../../src/verify/scripted-server.ts";

let server: ScriptedServer;
afterEach(() => server.close());

const GET = "GET /a?b=c HTTP/1.1\r\nHost: here\r\nX-Twice: 1\r\nx-twice: 2\r\n\r\n";

/** What a client sees that sends bytes and reads to the end: the bytes, then `end`, an error's code, or `silence`. */
async function ask(request = GET, patience = 300): Promise<string> {
  return new Promise((resolve) => {
    let seen = "";
    const socket = connect(server.port, "127.0.0.1", () => socket.write(request));
    const finish = (how: string) => {
      socket.destroy();
      resolve(`${seen}|${how}`);
    };
    socket.setTimeout(patience, () => finish("silence"));
    socket.on("data", (data) => (seen += data.toString("latin1")));
    socket.on("end", () => finish("end"));
    socket.on("error", (error: NodeJS.ErrnoException) => finish(error.code ?? error.message));
  });
}

const answered: [what: string, reply: Reply, seen: string][] = [
  ["an empty 200", {}, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n|end"],
  [
    "status, headers, body",
    { status: "404 Gone Fishing", headers: { A: ["1", "2"], B: "3" }, body: "é" },
    "HTTP/1.1 404 Gone Fishing\r\nA: 1\r\nA: 2\r\nB: 3\r\nContent-Length: 2\r\n\r\nÃ©|end",
  ],
  [
    "chunks",
    { body: "abcde", framing: "chunked", chunkSize: 2 },
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n2\r\ncd\r\n1\r\ne\r\n0\r\n\r\n|end",
  ],
  ["a body ended by the close", { body: "ab", repeat: 2, framing: "close" }, "HTTP/1.1 200 OK\r\n\r\nabab|end"],
  ["no byte", { stopAfter: { head: 0 } }, "|end"],
  ["a reset before the headers", { stopAfter: { head: 0 }, end: "reset" }, "|ECONNRESET"],
  ["a reset in the status line", { stopAfter: { head: 6 }, end: "reset" }, "HTTP/1|ECONNRESET"],
  [
    "a reset after the headers",
    { body: "abc", stopAfter: { body: 0 }, end: "reset" },
    "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n|ECONNRESET",
  ],
  [
    "a reset in the body",
    { body: "abc", stopAfter: { body: 1 }, end: "reset" },
    "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na|ECONNRESET",
  ],
  ["a short body", { body: "abc", stopAfter: { body: 2 } }, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab|end"],
  [
    "a short chunk",
    { body: "abc", framing: "chunked", stopAfter: { body: 4 } },
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na|end",
  ],
  ["garbage", { raw: "\u00ff\u0000lorem\r\n" }, "\u00ff\u0000lorem\r\n|end"],
  ["silence", { stopAfter: { head: 4 }, end: "hang" }, "HTTP|silence"],
  ["bytes, not text", { bodyBase64: "/wA=" }, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\u00ff\u0000|end"],
];

describe("a reply", () => {
  test.each(answered)("of %s", async (_, reply, seen) => {
    server = await ScriptedServer.start([reply]);
    expect(await ask()).toBe(seen);
  });

  test("can be late, and can come in drips", async () => {
    server = await ScriptedServer.start([{ delay: 150 }, { body: "abcd", trickle: { bytes: 1, pause: 50 } }]);
    for (const least of [150, 200]) {
      const start = performance.now();
      expect(await ask()).toMatch(/\|end$/);
      expect(performance.now() - start).toBeGreaterThanOrEqual(least - 5);
    }
  });

  test("goes to its path, in order, and a request too many gets a 500", async () => {
    server = await ScriptedServer.start([
      { path: "/other", body: "other" },
      { path: "/a", body: "first" },
      { body: "second, at {base}" },
    ]);
    expect(await ask()).toMatch(/first\|end$/);
    expect(await ask()).toMatch(new RegExp(`second, at ${server.base}\\|end$`));
    expect(await ask()).toMatch(/^HTTP\/1.1 500 /);
    expect(server.unscripted).toBe(1);
    expect(server.unused.map(({ path }) => path)).toEqual(["/other"]);
  });
});

test("requests are kept as they came", async () => {
  server = await ScriptedServer.start([{}, {}, {}]);
  await ask();
  await ask("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\na\r\nlost");
  await ask("PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");
  const [get, post, put] = server.requests;
  expect([get?.method, get?.target]).toEqual(["GET", "/a?b=c"]);
  expect(get?.headers).toEqual([
    ["Host", "here"],
    ["X-Twice", "1"],
    ["x-twice", "2"],
  ]);
  expect(post?.body.toString()).toBe("a\r\n");
  expect(put?.body.toString()).toBe("abc");
  expect(server.requests.map(({ connection }) => connection)).toEqual([0, 1, 2]);
});
