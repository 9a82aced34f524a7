import type { HttpRequest } from "../HttpRequest.ts";
import { answerOf } from "./answerOf.ts";
import type { Awaitable } from "./BaseHandler.ts";
import { BaseHandler } from "./BaseHandler.ts";
import { completeRequest } from "./completeRequest.ts";

/** `urllib2.HTTPHandler`: makes requests of `http:` URLs. */
export class HTTPHandler extends BaseHandler {
  override httpRequest(request: HttpRequest): Awaitable<HttpRequest> {
    return completeRequest(request, this.parent.addheaders);
  }

  /** `do_request_`: the class's own step, which a derived class may have put another before. */
  doRequest(request: HttpRequest): Awaitable<HttpRequest> {
    return completeRequest(request, this.parent.addheaders);
  }

  override httpOpen(request: HttpRequest): Awaitable<Response | null> {
    return answerOf(request);
  }
}
