import { HTTPError } from "../errors/HTTPError.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import type { ErrorAnswer } from "./BaseHandler.ts";
import { BaseHandler } from "./BaseHandler.ts";

/** `urllib2.HTTPDefaultErrorHandler`: raises an HTTPError for an answer that no other handler takes. */
export class HTTPDefaultErrorHandler extends BaseHandler {
  override httpErrorDefault(
    request: HttpRequest,
    fp: Response,
    code: number,
    msg: string,
    headers: Headers,
  ): ErrorAnswer {
    throw new HTTPError(request.getFullUrl(), code, msg, headers, fp);
  }
}
