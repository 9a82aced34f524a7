import { SocketError } from "./SocketError.ts";

/** `socket.gaierror`: a host name that could not be resolved. */
export class GetAddrInfoError extends SocketError {
  override readonly name: string = "GetAddrInfoError";

  override get qualifiedName(): string {
    return "socket.gaierror";
  }
}
