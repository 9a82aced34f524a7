import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { FaultServer } from "./faultServer.ts";
import { outcome } from "./outcome.ts";

const certificate = (name: string): string => readFileSync(new URL(`certificates/${name}`, import.meta.url), "utf8");

// Expected values are rows of the measured contract (6.9), where this build's wrong labels are left out.
describe("a handshake", () => {
  it.each<[what: string, respond: (socket: Socket) => void, expected: string]>([
    ["is reset", (socket) => socket.resetAndDestroy(), "<urlopen error [Errno 104] Connection reset by peer>"],
    ["is closed", (socket) => socket.end(), "<urlopen error [SSL] unexpected eof while reading (_ssl.c:727)>"],
    ["stalls", () => {}, "<urlopen error ('_ssl.c:711: The handshake operation timed out',)>"],
    [
      "gets a plain answer",
      (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
      "<urlopen error [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:727)>",
    ],
  ])("that %s", async (_, respond, expected) => {
    const server = createServer((socket) => {
      socket.on("error", () => {}).once("data", () => respond(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const timeout = expected.includes("timed out") ? 0.3 : 30;
    expect(await outcome(`https://127.0.0.1:${port}/`, { timeout })).toBe(`urllib2.URLError: ${expected}`);
    await new Promise((resolve) => server.close(resolve));
  });

  it("with a certificate that nobody vouches for", async () => {
    await withSecureServer(async (base) => {
      const expected = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:727)";
      expect(await outcome(`${base}/ok-cl`, {})).toBe(`urllib2.URLError: <urlopen error ${expected}>`);
    });
  });
});

describe("over TLS", () => {
  afterEach(() => {
    delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
  });

  it.each([
    ["/ok-cl", "200 line one\nline two\nend"],
    ["/ok-close", "200 line one\nline two\nend"],
    ["/trunc-cl", "200 ab\ncd"],
    ["/trunc-chunked", "200 httplib.IncompleteRead: IncompleteRead(2 bytes read, 8 more expected)"],
    ["/fin-mid-headers", "200 "],
    ["/fin-before-byte", "httplib.BadStatusLine: No status line received - the server has closed the connection"],
    ["/status?code=503", "urllib2.HTTPError: HTTP Error 503: Service Unavailable"],
    ["/hang", "ssl.SSLError: ('The read operation timed out',)"],
    ["/hang-mid-headers", "ssl.SSLError: ('The read operation timed out',)"],
    ["/hang-mid-body", "200 ssl.SSLError: ('The read operation timed out',)"],
  ])("%s", async (path, expected) => {
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    await withSecureServer(async (base) => {
      expect(await outcome(base + path, { timeout: path.startsWith("/hang") ? 1 : 30 })).toBe(expected);
    });
  });
});

async function withSecureServer(test: (base: string) => Promise<void>): Promise<void> {
  const server = new FaultServer({ secure: { key: certificate("other.key"), cert: certificate("other.pem") } });
  const port = await server.listen();
  try {
    await test(`https://localhost:${port}`);
  } finally {
    await server.close();
  }
}
