import type { Connection } from "../Connection.ts";
import { SocketError } from "../errors/SocketError.ts";
import { encodeText } from "../../python/text/encodeText.ts";
import { readHead } from "../readHead.ts";

/** Asks a proxy to pass the bytes on to a host (`CONNECT`); a socket error if it will not. */
export async function openTunnel(
  connection: Connection,
  { host, port }: { readonly host: string; readonly port: number },
  fields: Iterable<readonly [name: string, value: unknown]>,
): Promise<void> {
  const head = Array.from(fields, ([name, value]) => `${name}: ${String(value)}\r\n`).join("");
  await connection.send(encodeText(`CONNECT ${host}:${port} HTTP/1.0\r\n${head}\r\n`));
  const { version, status, reason } = await readHead(connection);
  if (version === undefined) throw new SocketError("Invalid response from tunnel request");
  if (status !== 200) throw new SocketError(`Tunnel connection failed: ${status} ${reason}`);
}
