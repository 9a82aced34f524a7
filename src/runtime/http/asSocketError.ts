import { AttributeError } from "../python/exceptions/AttributeError.ts";
import { SocketError } from "./errors/SocketError.ts";

/** A URLError's reason where the script takes it for a socket error: an AttributeError, as Python's, where it is a text. */
export function asSocketError(reason: string | Error, attribute: string): SocketError {
  if (reason instanceof SocketError) return reason;
  throw new AttributeError(`'str' object has no attribute '${attribute}'`);
}
