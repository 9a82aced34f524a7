import { BaseException } from "../python/exceptions/BaseException.ts";
import { BadStatusLine } from "./errors/BadStatusLine.ts";
import { GetAddrInfoError } from "./errors/GetAddrInfoError.ts";
import { LineTooLong } from "./errors/LineTooLong.ts";
import { SocketError } from "./errors/SocketError.ts";
import { URLError } from "./errors/URLError.ts";
import { platformFault } from "./platformFault.ts";
import type { PlatformFault } from "./platformFault.ts";
import { socketError } from "./socketError.ts";
import { tlsError } from "./tlsError.ts";

/**
 * What `urlopen` raises for a failure before an answer. urllib2 wraps in a URLError what goes wrong while it connects and
 * sends; what goes wrong while it receives escapes as it is. A failure that Python does not know is returned unchanged.
 */
export function openError(failure: unknown, connected: boolean): unknown {
  const fault = platformFault(failure);
  for (const error of [failure, fault.error]) if (error instanceof BaseException) return error;
  const error = pythonError(fault, connected);
  if (error === null) return failure;
  error.cause = fault.error;
  return error;
}

function pythonError(fault: PlatformFault, connected: boolean): Error | null {
  const { code, syscall } = fault;
  if (code === "EAI_AGAIN") return new URLError(new GetAddrInfoError(-3, "Temporary failure in name resolution"));
  if (syscall === "getaddrinfo") return new URLError(new GetAddrInfoError(-2, "Name or service not known"));
  if (code === "UND_ERR_CONNECT_TIMEOUT") return new URLError(new SocketError(110, "Connection timed out"));
  if (code === "UND_ERR_HEADERS_OVERFLOW") return new LineTooLong("header line");
  if (code === "UND_ERR_SOCKET") {
    return new BadStatusLine("No status line received - the server has closed the connection");
  }
  const system = socketError(code);
  if (system === null || syscall === "") return tlsError(fault) ?? (system && new URLError(system));
  return connected && syscall === "read" ? system : new URLError(system);
}
