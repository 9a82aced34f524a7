import { encodeText } from "../python/text/encodeText.ts";
import { cutReads } from "./cutReads.ts";
import { IncompleteRead } from "./errors/HTTPException.ts";

/** `HTTPResponse.read` patched to give what has come of a body that was cut, instead of an IncompleteRead. */
export function keepPartialReads(): void {
  cutReads.instead = (error) => {
    if (!(error instanceof IncompleteRead)) throw error;
    return typeof error.partial === "string" ? encodeText(error.partial) : error.partial;
  };
}
