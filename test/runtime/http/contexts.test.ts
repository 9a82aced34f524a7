import { readFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import type { AddressInfo, Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fetchOrThrow } from "../../../src/runtime/http/fetchOrThrow.ts";
import { defaultTls } from "../../../src/runtime/http/defaultTls.ts";
import { buildOpener } from "../../../src/runtime/http/opener/buildOpener.ts";
import { HTTPSHandler } from "../../../src/runtime/http/opener/HTTPSHandler.ts";
import { ProxyHandler } from "../../../src/runtime/http/proxy/ProxyHandler.ts";
import { readText } from "../../../src/runtime/http/readText.ts";
import { CERT_NONE, CERT_REQUIRED } from "../../../src/runtime/http/tls/certificateModes.ts";
import { createDefaultContext } from "../../../src/runtime/http/tls/createDefaultContext.ts";
import { createUnverifiedContext } from "../../../src/runtime/http/tls/createUnverifiedContext.ts";
import { setDefaultHttpsContext } from "../../../src/runtime/http/tls/setDefaultHttpsContext.ts";
import { SSLContext } from "../../../src/runtime/http/tls/SSLContext.ts";
import { PROTOCOL_TLSv1_2 } from "../../../src/runtime/http/tls/tlsProtocols.ts";
import { FaultServer } from "./faultServer.ts";

const path = (name: string): string => fileURLToPath(new URL(`certificates/${name}`, import.meta.url));
const authority = path("other.pem");
const text = "line one\nline two\nend";
const unverified =
  "urllib2.URLError: <urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:727)>";

/** What opening gives: the body, or the exception's last line. */
async function read(open: () => Promise<Response>): Promise<string> {
  try {
    return await readText(await open());
  } catch (error) {
    return error instanceof Error ? (error.stack ?? "").split("\n")[0]! : String(error);
  }
}

async function withSecureServer(test: (server: FaultServer, port: number) => Promise<void>): Promise<void> {
  const options = { key: readFileSync(path("other.key"), "utf8"), cert: readFileSync(authority, "utf8") };
  const server = new FaultServer({ secure: options });
  const port = await server.listen();
  try {
    await test(server, port);
  } finally {
    await server.close();
  }
}

describe("a TLS context", () => {
  it.each<[name: string, make: () => SSLContext, expected: string]>([
    ["by default", () => createDefaultContext(), unverified],
    ["that checks nothing", () => createUnverifiedContext(), text],
    ["of SSLContext alone", () => new SSLContext(PROTOCOL_TLSv1_2), text],
    [
      "with the authority, for another host",
      () => createDefaultContext({ cafile: authority }),
      "ssl.CertificateError: hostname 'localhost' doesn't match 'other.example'",
    ],
    [
      "with the authority, for any host",
      () => {
        const context = createDefaultContext({ cafile: authority });
        context.checkHostname = false;
        return context;
      },
      text,
    ],
    [
      "that knows no authority",
      () => {
        const context = new SSLContext();
        context.verifyMode = CERT_REQUIRED;
        return context;
      },
      unverified,
    ],
  ])("%s", async (_, make, expected) => {
    await withSecureServer(async (_server, port) => {
      const url = `https://localhost:${port}/ok-cl`;
      expect(await read(() => fetchOrThrow(url, { context: make() }))).toBe(expected);
      expect(await read(() => buildOpener(new HTTPSHandler(make())).open(url))).toBe(expected);
    });
  });

  it("for the whole program", async () => {
    await withSecureServer(async (_server, port) => {
      setDefaultHttpsContext(createUnverifiedContext);
      expect(await read(() => fetchOrThrow(`https://localhost:${port}/ok-cl`))).toBe(text);
      defaultTls.options = null;
    });
  });

  it("keeps its two settings in step, as Python's does", () => {
    const context = createDefaultContext();
    expect(() => (context.verifyMode = CERT_NONE)).toThrow(
      "Cannot set verify_mode to CERT_NONE when check_hostname is enabled.",
    );
    context.checkHostname = false;
    context.verifyMode = CERT_NONE;
    expect(() => (context.checkHostname = true)).toThrow("check_hostname needs a SSL context with either");
    expect(() => createDefaultContext({ cafile: "/nowhere.pem" })).toThrow("[Errno 2] No such file or directory");
  });
});

describe("a tunnel", () => {
  it("passes https through a proxy, which alone is told its password", async () => {
    const asked: string[] = [];
    const proxy = createServer((socket: Socket) => {
      socket
        .on("error", () => {})
        .once("data", (bytes) => {
          asked.push(bytes.toString("latin1"));
          const [, host = "", port = ""] = /^CONNECT (.*):(\d+) /.exec(asked.at(-1)!) ?? [];
          const behind = connect(Number(port), host, () => {
            socket.write("HTTP/1.0 200 Connection established\r\nVia: test\r\n\r\n");
            socket
              .pipe(behind)
              .on("error", () => {})
              .pipe(socket);
          });
        });
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const { port: proxyPort } = proxy.address() as AddressInfo;
    await withSecureServer(async (server, port) => {
      const opener = buildOpener(
        new ProxyHandler({ https: `http://joe:pw@127.0.0.1:${proxyPort}` }),
        new HTTPSHandler(createUnverifiedContext()),
      );
      expect(await read(() => opener.open(`https://localhost:${port}/ok-cl?x=1#y`))).toBe(text);
      expect(asked).toEqual([`CONNECT localhost:${port} HTTP/1.0\r\nProxy-Authorization: Basic am9lOnB3\r\n\r\n`]);
      expect(server.requests.map(({ line }) => line)).toEqual(["GET /ok-cl?x=1 HTTP/1.1"]);
      expect(JSON.stringify(server.requests)).not.toContain("am9lOnB3");
    });
    await new Promise((resolve) => proxy.close(resolve));
  });
});
