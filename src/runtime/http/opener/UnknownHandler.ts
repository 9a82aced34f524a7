import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { URLError } from "../errors/URLError.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import { BaseHandler } from "./BaseHandler.ts";

/** `urllib2.UnknownHandler`: raises a URLError for a scheme that is not known. */
export class UnknownHandler extends BaseHandler {
  override unknownOpen(request: HttpRequest): never {
    const type = request.getType();
    // urllib2 opens these, fetch does not.
    if (type === "ftp" || type === "file") {
      throw new UntranslatedError("U0103", `urllib2.urlopen(${reprStr(request.getFullUrl())})`);
    }
    throw new URLError(`unknown url type: ${type}`);
  }
}
