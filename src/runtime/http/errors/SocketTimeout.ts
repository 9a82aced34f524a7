import { SocketError } from "./SocketError.ts";

/** `socket.timeout`: nothing came in time while waiting for an answer. */
export class SocketTimeout extends SocketError {
  override readonly name: string = "SocketTimeout";

  override get qualifiedName(): string {
    return "socket.timeout";
  }
}
