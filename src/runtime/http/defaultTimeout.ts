import { ValueError } from "../python/exceptions/ValueError.ts";

let defaultTimeout: number | null = null;

/** `socket.setdefaulttimeout`: the seconds that a request without a timeout of its own waits; null for ever. */
export function setDefaultTimeout(seconds: number | null): void {
  if (seconds !== null && seconds < 0) throw new ValueError("Timeout value out of range");
  defaultTimeout = seconds;
}

/** `socket.getdefaulttimeout`. */
export function getDefaultTimeout(): number | null {
  return defaultTimeout;
}
