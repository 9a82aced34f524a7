import { IOError } from "../../python/exceptions/IOError.ts";

/** `socket.error`: what the system says of a connection, as `errno` and `strerror`. */
export class SocketError extends IOError {
  override readonly name: string = "SocketError";

  override get qualifiedName(): string {
    return "socket.error";
  }
}
