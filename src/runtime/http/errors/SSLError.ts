import { reprArguments } from "../../python/repr/reprArguments.ts";
import { SocketError } from "./SocketError.ts";

/** `ssl.SSLError`. Its text is `strerror` alone, and without one the tuple of its arguments. */
export class SSLError extends SocketError {
  override readonly name: string = "SSLError";

  override get qualifiedName(): string {
    return "ssl.SSLError";
  }

  override toString(): string {
    return this.strerror ?? reprArguments(this.args);
  }
}
