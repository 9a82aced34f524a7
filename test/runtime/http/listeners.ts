import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { TlsOptions } from "node:tls";
import { blackhole } from "./blackhole.ts";
import { FaultServer } from "./faultServer.ts";
import type { FaultServerOptions, SeenRequest, Step } from "./faultServer.ts";

/** Servers with one fault each, by name; `{name}` in a row is the port of one of them. */
export interface Listeners {
  readonly ports: ReadonlyMap<string, number>;
  /** What came to any of them, in order. */
  readonly requests: readonly SeenRequest[];
  /** Connections that are open on the side of the servers. */
  readonly open: number;
  /** Empties the list of requests. */
  forget(): void;
  close(): Promise<void>;
}

/** Starts all of them, on ports of their own. */
export async function startListeners(): Promise<Listeners> {
  const requests: SeenRequest[] = [];
  const started = Object.entries(kinds()).map(
    async ([name, options]) => [name, new FaultServer({ ...options, requests })] as const,
  );
  const servers = await Promise.all(started);
  const ports = new Map<string, number>();
  for (const [name, server] of servers) ports.set(name, await server.listen());
  ports.set("refused", await unusedPort());
  const hole = await blackhole();
  ports.set("blackhole", hole.port);
  return {
    ports,
    requests,
    get open() {
      // Below TLS a server does not hear of every end.
      const plain = servers.filter(([name]) => !name.startsWith("tls"));
      return plain.reduce((count, [, server]) => count + server.open, 0);
    },
    forget: () => void requests.splice(0),
    async close() {
      await Promise.all([hole.close(), ...servers.map(([, server]) => server.close())]);
    },
  };
}

function kinds(): Readonly<Record<string, FaultServerOptions>> {
  const at = (when: "accept" | "bytes", ...steps: Step[]): FaultServerOptions => ({ instead: { at: when, steps } });
  const tls = (name: string, more: TlsOptions = {}): FaultServerOptions => ({
    secure: { key: certificate(`${name}.key`), cert: certificate(`${name}.pem`), ...more },
  });
  return {
    port: {},
    other: {},
    rstAccept: at("accept", "rst"),
    finAccept: at("accept", "fin"),
    garbageAccept: at("accept", { send: "SSH-2.0-OpenSSH_9.6\r\n" }, { wait: 30 }, "fin"),
    hangAccept: at("accept", "hang"),
    tlsPlain: at("bytes", { send: "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n" }, "fin"),
    tlsRst: at("bytes", "rst"),
    tlsFin: at("bytes", "fin"),
    tlsHang: at("bytes", "hang"),
    tls: tls("good"),
    tls12: tls("good", { maxVersion: "TLSv1.2" }),
    tlsSelf: tls("self"),
    tlsExpired: tls("expired"),
    tlsWrongHost: tls("wronghost"),
    tlsMany: tls("many"),
    tlsUnnamed: tls("unnamed"),
    tlsAlert: tls("good", { maxVersion: "TLSv1.2", ciphers: "PSK-AES128-GCM-SHA256", pskCallback: () => null }),
    tlsClientCert: tls("good", { requestCert: true, rejectUnauthorized: true, ca: certificate("ca.pem") }),
  };
}

function certificate(name: string): string {
  return readFileSync(new URL(`certificates/${name}`, import.meta.url), "utf8");
}

/** A port at which nobody listens. */
async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
