import { endpoint, refuseControls } from "../endpoint.ts";
import { InvalidURL } from "../errors/HTTPException.ts";
import type { WireRequest } from "../WireRequest.ts";
import { openTunnel } from "./openTunnel.ts";

/**
 * A request as it goes by way of a proxy at an `address`. Without a `selector`, the whole URL that it is asked for, it only passes the bytes
 * on. `secure` says whether the connection to it, or through it, is TLS.
 */
export function proxiedRequest(
  direct: WireRequest,
  address: string,
  secure: boolean,
  selector: string | null,
): WireRequest {
  const { host, port } = endpoint(address, secure);
  const proxy = { host, port: port & 0xffff };
  if (selector !== null) {
    refuseControls(selector);
    return { ...direct, proxy, secure, selector };
  }
  if (direct.refusal instanceof InvalidURL) throw direct.refusal;
  const headers = new Map(direct.headers);
  const authorization = headers.get("Proxy-Authorization") ?? null;
  // The proxy's password is not for the server behind it.
  headers.delete("Proxy-Authorization");
  const fields = authorization === null ? [] : [["Proxy-Authorization", authorization] as const];
  return { ...direct, headers, proxy: { ...proxy, tunnel: (line) => openTunnel(line, direct, fields) } };
}
