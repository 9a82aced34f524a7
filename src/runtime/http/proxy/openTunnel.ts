import { connect as connectPlain } from "node:net";
import { connect as connectSecure } from "node:tls";
import { defaultTls } from "../defaultTls.ts";
import { SocketError } from "../errors/SocketError.ts";
import { URLError } from "../errors/URLError.ts";
import type { Exchange } from "../Exchange.ts";
import { latin1Text } from "../latin1.ts";
import { filterAnswer } from "../openSocket.ts";
import type { Connector } from "../openSocket.ts";
import { parseHead } from "../parseHead.ts";

/**
 * Connects to the host of an https request through a proxy that is asked to pass the bytes on (`CONNECT`). A URLError, as
 * urllib2's, if the proxy will not.
 */
export function openTunnel(
  proxy: { readonly host: string; readonly port: number },
  authorization: string | null,
): (exchange: Exchange) => Connector {
  return (exchange) => (_, done) => {
    const { host, port, tls = defaultTls.options?.() } = exchange.request;
    const plain = connectPlain(proxy);
    plain.setNoDelay(true);
    const fail = (error: Error) => done(error, null);
    const refuse = (text: string) => {
      plain.destroy();
      fail(new URLError(new SocketError(text)));
    };
    exchange.attach(plain);
    plain.once("error", fail).once("connect", () => {
      const credentials = authorization === null ? "" : `Proxy-Authorization: ${authorization}\r\n`;
      plain.write(`CONNECT ${host}:${port} HTTP/1.0\r\n${credentials}\r\n`, "latin1");
    });
    let text = "";
    const read = (bytes: Uint8Array | null) => {
      text += latin1Text(bytes ?? new Uint8Array());
      let parsed: ReturnType<typeof parseHead>;
      try {
        parsed = parseHead(text, bytes === null);
      } catch (error) {
        plain.destroy();
        return fail(error instanceof Error ? error : new Error(String(error)));
      }
      if (parsed === null) return;
      plain.off("data", read).off("end", end).off("error", fail);
      const { status, reason, fields } = parsed.head;
      if (fields.length === 0 && !/^\s*HTTP\//.test(text)) return refuse("Invalid response from tunnel request");
      if (status !== 200) return refuse(`Tunnel connection failed: ${status} ${reason}`);
      const socket = connectSecure({ socket: plain, servername: /^[\d.]+$|:/.test(host) ? "" : host, host, ...tls });
      socket.once("error", fail).once("secureConnect", () => {
        socket.off("error", fail);
        done(null, socket);
      });
      filterAnswer(socket, exchange);
      exchange.attach(socket);
    };
    const end = () => read(null);
    plain.on("data", read).once("end", end);
  };
}
