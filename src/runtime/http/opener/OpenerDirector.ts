import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { getDefaultTimeout } from "../defaultTimeout.ts";
import { HttpRequest } from "../HttpRequest.ts";
import { asResponse } from "./asResponse.ts";
import type { BaseHandler } from "./BaseHandler.ts";

/** `urllib2.OpenerDirector`: opens URLs by the rules of its handlers. */
export class OpenerDirector {
  /** Header fields of every request that does not have them. */
  addheaders: (readonly [name: string, value: string])[] = [["User-agent", "Python-urllib/2.7"]];
  #handlers: readonly BaseHandler[] = [];

  /** Adds a handler, after those of the same order. */
  addHandler(handler: BaseHandler): void {
    this.#handlers = [...this.#handlers, handler].toSorted((a, b) => orderOf(a) - orderOf(b));
    handler.addParent(this);
  }

  /** For programs that close what they open: an opener holds nothing open. */
  close(): void {}

  /**
   * Opens a URL or a request as `urlopen` does, under this opener's rules. `timeout` is in seconds, null for ever.
   */
  async open(
    fullurl: string | HttpRequest,
    data: string | Uint8Array | null = null,
    timeout: number | null = getDefaultTimeout(),
  ): Promise<Response> {
    let request = typeof fullurl === "string" ? new HttpRequest(fullurl, { data }) : fullurl;
    if (typeof fullurl !== "string" && data !== null) fullurl.addData(data);
    request.timeout = timeout;
    const protocol = request.getType();
    const secure = protocol === "https";
    for (const handler of protocol === "http" || secure ? this.#handlers : []) {
      const made = secure ? handler.httpsRequest?.(request) : handler.httpRequest?.(request);
      if (made !== undefined) request = await made;
    }
    let response = await this.#open(request);
    for (const handler of protocol === "http" || secure ? this.#handlers : []) {
      const answer = present(response, request);
      const made = secure ? handler.httpsResponse?.(request, answer) : handler.httpResponse?.(request, answer);
      if (made !== undefined) response = await made;
    }
    return present(response, request);
  }

  /**
   * Asks the handlers of errors what to do with an answer, first those of its status, then those of any. Raises what they
   * raise.
   */
  async error(
    _protocol: "http" | "https",
    request: HttpRequest,
    fp: Response,
    code: number,
    msg: string,
    headers: Headers,
  ): Promise<Response> {
    for (const handler of this.#handlers) {
      const response = await handler[`httpError${code}`]?.(request, fp, code, msg, headers);
      if (response) return asResponse(response);
    }
    for (const handler of this.#handlers) {
      const response = await handler.httpErrorDefault?.(request, fp, code, msg, headers);
      if (response) return asResponse(response);
    }
    return present(null, request);
  }

  async #open(request: HttpRequest): Promise<Response | null> {
    for (const handler of this.#handlers) {
      const response = await handler.defaultOpen?.(request);
      if (response) return response;
    }
    const protocol = request.getType();
    for (const handler of this.#handlers) {
      const response = await (protocol === "https"
        ? handler.httpsOpen?.(request)
        : protocol === "http"
          ? handler.httpOpen?.(request)
          : protocol === "file"
            ? handler.fileOpen?.(request)
            : null);
      if (response) return response;
    }
    for (const handler of this.#handlers) {
      const response = await handler.unknownOpen?.(request);
      if (response) return response;
    }
    return null;
  }
}

/** urllib2 gives None where no handler has an answer, and a program that then reads it fails. */
function present(response: Response | null, request: HttpRequest): Response {
  if (response === null) throw new UntranslatedError("U0103", `no handler has an answer for ${request.getFullUrl()}`);
  return response;
}

function orderOf(handler: BaseHandler): number {
  return (handler.constructor as typeof BaseHandler).handlerOrder;
}
