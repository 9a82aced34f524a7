import { SocketError } from "./errors/SocketError.ts";

const errors: Readonly<Record<string, readonly [errno: number, strerror: string]>> = {
  EPIPE: [32, "Broken pipe"],
  EADDRNOTAVAIL: [99, "Cannot assign requested address"],
  ENETUNREACH: [101, "Network is unreachable"],
  ECONNABORTED: [103, "Software caused connection abort"],
  ECONNRESET: [104, "Connection reset by peer"],
  ETIMEDOUT: [110, "Connection timed out"],
  ECONNREFUSED: [111, "Connection refused"],
  EHOSTUNREACH: [113, "No route to host"],
};

/** Python's `socket.error` for a system error's name, with Linux's number; null for any other name. */
export function socketError(code: string): SocketError | null {
  const described = errors[code];
  return described === undefined ? null : new SocketError(...described);
}
