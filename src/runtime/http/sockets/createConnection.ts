import { Connection } from "../Connection.ts";
import { getDefaultTimeout } from "../defaultTimeout.ts";
import { GetAddrInfoError } from "../errors/SocketError.ts";
import { Socket } from "./Socket.ts";

/**
 * `socket.create_connection`: a socket that is connected to any of a host's addresses. `timeout` is in seconds, null for ever, without
 * it what `setDefaultTimeout` says; `from` is the address and port of one's own.
 */
export async function createConnection(
  [host, port]: readonly [host: string, port: number],
  timeout: number | null = getDefaultTimeout(),
  from: readonly [host: string, port: number] | null = null,
): Promise<Socket> {
  if (port < 0) throw new GetAddrInfoError(-8, "Servname not supported for ai_socktype");
  const connection = new Connection(timeout, true);
  const own = from && { localAddress: from[0] || "0.0.0.0", localPort: from[1] };
  await connection.connect({ host, port: port & 0xffff, ...own });
  return Socket.over(connection, timeout);
}
