import type { HttpRequest } from "../HttpRequest.ts";
import type { Awaitable } from "../opener/BaseHandler.ts";
import { BaseHandler } from "../opener/BaseHandler.ts";
import { CookieJar } from "./CookieJar.ts";

/** `urllib2.HTTPCookieProcessor`: sends the cookies of a jar, and keeps in it those that servers set. */
export class HTTPCookieProcessor extends BaseHandler {
  readonly cookiejar: CookieJar;

  /** Without a jar it has one of its own. */
  constructor(cookiejar: CookieJar | null = null) {
    super();
    this.cookiejar = cookiejar ?? new CookieJar();
  }

  override httpRequest(request: HttpRequest): Awaitable<HttpRequest> {
    this.cookiejar.addCookieHeader(request);
    return request;
  }

  override httpResponse(request: HttpRequest, response: Response): Awaitable<Response> {
    this.cookiejar.extractCookies(response, request);
    return response;
  }

  override httpsRequest(request: HttpRequest): Awaitable<HttpRequest> {
    return HTTPCookieProcessor.prototype.httpRequest.call(this, request);
  }

  override httpsResponse(request: HttpRequest, response: Response): Awaitable<Response> {
    return HTTPCookieProcessor.prototype.httpResponse.call(this, request, response);
  }
}
