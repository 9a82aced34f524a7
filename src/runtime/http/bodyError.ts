import { BaseException } from "../python/exceptions/BaseException.ts";
import { platformFault } from "./platformFault.ts";
import { socketError } from "./socketError.ts";

/**
 * What reading a body raises for what cut it: `cut` if the connection only ended too early, which null makes an end like
 * any other, because urllib2 does not compare lengths. A failure that Python does not know is returned unchanged.
 */
export function bodyError(failure: unknown, cut: Error | null): unknown {
  if (failure instanceof BaseException) return failure;
  const { code, error } = platformFault(failure);
  const short =
    ["UND_ERR_SOCKET", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH"].includes(code) || error.name === "HTTPParserError";
  const raised = short ? cut : (socketError(code) ?? failure);
  if (raised instanceof BaseException) raised.cause = error;
  return raised;
}
