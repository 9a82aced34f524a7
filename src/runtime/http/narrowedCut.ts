import { decodeText } from "../python/text/decodeText.ts";
import { IncompleteRead } from "./errors/HTTPException.ts";

/**
 * The error of a body that was cut, as the one operation sees it that asked for `requested` bytes and got `read`: httplib
 * tells what of a cut chunk came in this operation, or everything if the cut was between chunks.
 */
export function narrowedCut(error: unknown, read: Uint8Array, requested: number): unknown {
  if (!(error instanceof IncompleteRead) || typeof error.partial === "string") return error;
  const { partial, expected } = error;
  const left = requested - read.length;
  const came = expected === null ? read : read.subarray(Math.max(0, read.length - partial.length));
  const more = expected !== null && left > 0 ? Math.min(left, expected) : expected;
  const narrowed = new IncompleteRead(decodeText(came), more);
  narrowed.cause = error.cause;
  return narrowed;
}
