import { BaseException } from "../python/exceptions/BaseException.ts";
import { GetAddrInfoError, SocketError } from "./errors/SocketError.ts";
import { tlsError } from "./tlsError.ts";

const errors: Readonly<Record<string, readonly [errno: number, strerror: string]>> = {
  ENOENT: [2, "No such file or directory"],
  EACCES: [13, "Permission denied"],
  EPIPE: [32, "Broken pipe"],
  EADDRINUSE: [98, "Address already in use"],
  EADDRNOTAVAIL: [99, "Cannot assign requested address"],
  ENETUNREACH: [101, "Network is unreachable"],
  ECONNABORTED: [103, "Software caused connection abort"],
  ECONNRESET: [104, "Connection reset by peer"],
  ETIMEDOUT: [110, "Connection timed out"],
  ECONNREFUSED: [111, "Connection refused"],
  EHOSTUNREACH: [113, "No route to host"],
};

/** What Python raises for an error of a socket, with Linux's numbers. One that Python does not know is returned unchanged. */
export function socketError(
  fault: Error & { readonly code?: string; readonly syscall?: string },
  operation: "handshake" | "read" | "write" | "connect" = "handshake",
): Error {
  const { code = "", syscall } = fault;
  if (fault instanceof BaseException) return fault;
  const own = errors[code] && new SocketError(...errors[code]);
  const tls = (): Error | null => tlsError(fault, operation === "handshake" ? "_ssl.c:727" : "_ssl.c:1946");
  let error = (syscall === undefined && tls()) || (own ?? tls());
  if (code === "EAI_AGAIN") error = new GetAddrInfoError(-3, "Temporary failure in name resolution");
  else if (syscall === "getaddrinfo") error = new GetAddrInfoError(-2, "Name or service not known");
  return error === null ? fault : Object.assign(error, { cause: fault });
}
