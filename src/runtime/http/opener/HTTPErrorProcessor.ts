import type { HttpRequest } from "../HttpRequest.ts";
import type { Awaitable } from "./BaseHandler.ts";
import { BaseHandler } from "./BaseHandler.ts";

/** `urllib2.HTTPErrorProcessor`: hands answers whose status is not 2xx to the handlers of errors. */
export class HTTPErrorProcessor extends BaseHandler {
  static override handlerOrder = 1000;

  override httpResponse(request: HttpRequest, response: Response): Awaitable<Response> {
    const { status, statusText, headers } = response;
    if (status >= 200 && status < 300) return response;
    return this.parent.error("http", request, response, status, statusText, headers);
  }

  /** The same, and of its own: a subclass that overrides one of the two keeps the other. */
  override httpsResponse(request: HttpRequest, response: Response): Awaitable<Response> {
    return HTTPErrorProcessor.prototype.httpResponse.call(this, request, response);
  }
}
