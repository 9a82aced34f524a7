import type { Connection } from "../Connection.ts";
import { SocketError } from "../errors/SocketError.ts";
import { latin1Bytes } from "../latin1.ts";
import { readHead } from "../readHead.ts";

/** Asks a proxy to pass the bytes on to a host (`CONNECT`); a socket error if it will not. */
export async function openTunnel(
  connection: Connection,
  { host, port }: { readonly host: string; readonly port: number },
  authorization: string | null,
): Promise<void> {
  const credentials = authorization === null ? "" : `Proxy-Authorization: ${authorization}\r\n`;
  await connection.send(latin1Bytes(`CONNECT ${host}:${port} HTTP/1.0\r\n${credentials}\r\n`));
  const { version, status, reason } = await readHead(connection);
  if (version === undefined) throw new SocketError("Invalid response from tunnel request");
  if (status !== 200) throw new SocketError(`Tunnel connection failed: ${status} ${reason}`);
}
