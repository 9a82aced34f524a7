import { BaseException } from "../python/exceptions/BaseException.ts";
import { IncompleteRead } from "./errors/IncompleteRead.ts";
import { platformFault } from "./platformFault.ts";
import { socketError } from "./socketError.ts";

/**
 * What reading a body raises for what cut it. Null, a body that just ends, if the server closed the connection before
 * the announced length: urllib2 does not notice. A failure that Python does not know is returned unchanged.
 */
export function bodyError(failure: unknown, chunked: boolean): unknown {
  if (failure instanceof BaseException) return failure;
  const { code, error } = platformFault(failure);
  const short = code === "UND_ERR_SOCKET" || code === "UND_ERR_RES_CONTENT_LENGTH_MISMATCH";
  if (short && !chunked) return null;
  const raised = short || error.name === "HTTPParserError" ? new IncompleteRead("") : socketError(code);
  if (raised === null) return failure;
  raised.cause = error;
  return raised;
}
