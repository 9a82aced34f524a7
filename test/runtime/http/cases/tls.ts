import type { Case, Rest } from "./Case.ts";

const on = (listener: string, path: string, more: Rest = { tls: "ca" }): Case[] => [
  { url: `https://localhost:{${listener}}/${path}`, ...more },
  { url: `https://localhost:{${listener}}/${path}`, ...more, library: "httplib" },
];
const handshakes = (listeners: string, more?: Rest): Case[] =>
  listeners.split(" ").flatMap((listener) => on(listener, "ok-cl", more));

/** The same over TLS, and what can become of a handshake. */
export const tls: Readonly<Record<string, readonly Case[]>> = {
  "6.9 handshakes": [
    ...handshakes(
      "tls tls12 tlsSelf tlsExpired tlsWrongHost tlsMany tlsUnnamed tlsAlert tlsClientCert refused tlsPlain tlsRst tlsFin",
    ),
    ...handshakes("rstAccept", { tls: "ca", race: true }),
    ...handshakes("finAccept", { tls: "ca", race: true }),
    ...handshakes("tlsHang hangAccept", { tls: "ca", timeout: 0.4 }),
    ...handshakes("tls tlsSelf tlsExpired tlsWrongHost tlsUnnamed", { tls: "unverified" }),
    ...handshakes("tls tlsSelf", {}),
    ...handshakes("port", { tls: "ca", timeout: 0.4 }),
  ],
  "6.9 faults over TLS": [
    ...`ok-cl ok-chunked ok-close rst-after-req fin-before-byte rst-mid-status rst-mid-headers rst-mid-body rst-mid-close
      rst-mid-chunked trunc-cl trunc-chunked fin-mid-headers status?code=503 garbage-status echo finraw-before
      finraw-mid-body finraw-close redir?loc=/echo`
      .split(/\s+/)
      .flatMap((path) => on("tls", path)),
    ..."rst-mid-body trunc-cl finraw-mid-body".split(" ").flatMap((path) => on("tls12", path)),
    ..."hang hang-mid-body hang-mid-headers trickle"
      .split(" ")
      .flatMap((path) => on("tls", path, { tls: "ca", timeout: 0.4 })),
    ...on("tls", "redir?loc=http://127.0.0.1:{port}/echo", { tls: "ca", headers: { "X-Test": "1" } }),
    { url: "http://127.0.0.1:{port}/redir?loc=https://localhost:{tls}/echo", tls: "ca", headers: { "X-Test": "1" } },
    { url: "http://127.0.0.1:{port}/redir?loc=https://localhost:{tls}/echo" },
    ...on("tls", "echo", { tls: "ca", size: 3_000_000 }),
  ],
};
