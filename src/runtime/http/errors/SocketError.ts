import { IOError } from "../../python/exceptions/IOError.ts";
import { reprArguments } from "../../python/repr/reprArguments.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";

/** `socket.error`: what the system says of a connection, as `errno` and `strerror`. */
export class SocketError extends IOError {
  override readonly name: string = "SocketError";

  override get qualifiedName(): string {
    return "socket.error";
  }

  /** Under Python's own names: `error(104, 'Connection reset by peer')`, `timeout('timed out',)`. */
  override [reprMethod](): string {
    return this.qualifiedName.replace(/^\w+\./, "") + reprArguments(this.args);
  }
}
