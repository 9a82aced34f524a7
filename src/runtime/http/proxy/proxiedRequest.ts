import { endpoint } from "../endpoint.ts";
import type { WireRequest } from "../WireRequest.ts";
import { openTunnel } from "./openTunnel.ts";

/** How a request goes by way of a proxy. */
export interface ProxyRoute {
  /** The proxy's host, with its port if that is not the scheme's. */
  readonly address: string;
  /** Whether the connection that is made to it, or through it, is TLS. */
  readonly secure: boolean;
  /** What it is asked for: the whole URL, or what the server behind a tunnel is asked for. */
  readonly selector: string;
  /** The proxy only passes the bytes on. */
  readonly tunnels: boolean;
}

/** A request as it goes by way of a proxy. */
export function proxiedRequest(direct: WireRequest, { address, secure, selector, tunnels }: ProxyRoute): WireRequest {
  const { host, port } = endpoint(address, secure);
  const proxy = { host, port: port & 0xffff };
  if (!tunnels) return { ...direct, proxy, secure, selector };
  const headers = new Map(direct.headers);
  const authorization = headers.get("Proxy-Authorization") ?? null;
  // The proxy's password is not for the server behind it.
  headers.delete("Proxy-Authorization");
  return {
    ...direct,
    headers,
    selector,
    proxy: {
      ...proxy,
      tunnel: (connection) =>
        openTunnel(connection, direct, authorization === null ? [] : [["Proxy-Authorization", authorization]]),
    },
  };
}
