import type { ConnectionOptions } from "node:tls";
import type { HttpRequest } from "../HttpRequest.ts";
import { answerOf } from "./answerOf.ts";
import type { Awaitable } from "./BaseHandler.ts";
import { BaseHandler } from "./BaseHandler.ts";
import { completeRequest } from "./completeRequest.ts";

/** `urllib2.HTTPSHandler`: makes requests of `https:` URLs. */
export class HTTPSHandler extends BaseHandler {
  readonly #context: { readonly connectionOptions: ConnectionOptions } | null;

  /** Without a context connections are made as by default. */
  constructor(context: { readonly connectionOptions: ConnectionOptions } | null = null) {
    super();
    this.#context = context;
  }

  override httpsRequest(request: HttpRequest): Awaitable<HttpRequest> {
    return completeRequest(request, this.parent.addheaders);
  }

  /** `do_request_`: the class's own step, which a derived class may have put another before. */
  doRequest(request: HttpRequest): Awaitable<HttpRequest> {
    return completeRequest(request, this.parent.addheaders);
  }

  override httpsOpen(request: HttpRequest): Awaitable<Response | null> {
    return answerOf(request, this.#context?.connectionOptions);
  }
}
