import { AttributeError } from "../../python/exceptions/AttributeError.ts";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { CERT_NONE } from "../tls/certificateModes.ts";
import { SSLContext } from "../tls/SSLContext.ts";
import { PROTOCOL_SSLv23 } from "../tls/tlsProtocols.ts";
import type { Socket } from "./Socket.ts";

/** How `wrapSocket` goes on by TLS. */
export interface TlsLayer {
  /** A certificate of one's own; the key may be in its file. */
  readonly certfile?: string | null;
  readonly keyfile?: string | null;
  readonly certReqs?: number;
  readonly sslVersion?: number;
  /** A file of the authorities that are trusted. */
  readonly caCerts?: string | null;
  readonly ciphers?: string | null;
}

/** `ssl.wrap_socket`: a socket that goes on by TLS, at once or when it is connected. Nothing checks whose certificate it is. */
export async function wrapSocket(socket: Socket | null, options: TlsLayer = {}): Promise<Socket> {
  const { certfile = null, keyfile = null, caCerts = null, ciphers = null } = options;
  const context = new SSLContext(options.sslVersion ?? PROTOCOL_SSLv23);
  context.verifyMode = options.certReqs ?? CERT_NONE;
  if (caCerts !== null) context.loadVerifyLocations(caCerts);
  if (certfile !== null) context.loadCertChain(certfile, keyfile);
  if (ciphers !== null) context.setCiphers(ciphers);
  return wrapWith(context, socket, "");
}

/** `context.wrap_socket(sock, server_hostname=host)`: the same by a context. An empty name is not told to the server. */
export async function wrapWith(context: SSLContext, socket: Socket | null, host: string): Promise<Socket> {
  if (socket === null) throw new AttributeError("'NoneType' object has no attribute 'getsockopt'");
  if (context.checkHostname && host === "") throw new ValueError("check_hostname requires server_hostname");
  return socket.secured({ host, options: context.connectionOptions });
}
