import { carriedFields } from "../carriedFields.ts";
import { endlessRedirect } from "../endlessRedirect.ts";
import { HTTPError } from "../errors/HTTPError.ts";
import { headerValues } from "../headerValues.ts";
import { HttpRequest } from "../HttpRequest.ts";
import { readBytes } from "../readBytes.ts";
import { resolveLocation } from "../resolveLocation.ts";
import type { Awaitable, ErrorAnswer } from "./BaseHandler.ts";
import { BaseHandler } from "./BaseHandler.ts";

/** `urllib2.HTTPRedirectHandler`: follows redirects. */
export class HTTPRedirectHandler extends BaseHandler {
  /** How often redirects may lead to one URL. */
  static maxRepeats = 4;
  /** To how many URLs they may lead. */
  static maxRedirections = 10;

  /**
   * The request to make for a redirect; null to leave the answer to another handler. An HTTPError for a method other than
   * GET, HEAD or (not for a 307) POST. Passwords and cookies do not go to another host, as they would in urllib2.
   */
  redirectRequest(
    request: HttpRequest,
    fp: Response,
    code: number,
    msg: string,
    headers: Headers,
    newurl: string,
  ): Awaitable<HttpRequest | null> {
    const method = request.getMethod();
    const follows =
      ([301, 302, 303, 307].includes(code) && (method === "GET" || method === "HEAD")) ||
      ([301, 302, 303].includes(code) && method === "POST");
    if (!follows) throw new HTTPError(request.getFullUrl(), code, msg, headers, fp);
    const url = newurl.replaceAll(" ", "%20");
    return new HttpRequest(url, {
      headers: carriedFields(request.headers, request.getFullUrl(), url),
      originReqHost: request.getOriginReqHost(),
      unverifiable: true,
    });
  }

  httpError302(request: HttpRequest, fp: Response, code: number, msg: string, headers: Headers): ErrorAnswer {
    return this.#follow(request, fp, code, msg, headers);
  }

  async #follow(
    request: HttpRequest,
    fp: Response,
    code: number,
    msg: string,
    headers: Headers,
  ): Promise<Response | null> {
    const location = headerValues(headers, "location")[0] ?? headerValues(headers, "uri")[0];
    if (location === undefined) return null;
    const newurl = resolveLocation(request.getFullUrl(), location);
    if (!/^(https?|ftp):\/\//i.test(newurl)) {
      throw new HTTPError(newurl, code, `${msg} - Redirection to url '${newurl}' is not allowed`, headers, fp);
    }
    const made = await this.redirectRequest(request, fp, code, msg, headers, newurl);
    if (made === null) return null;
    const visits = (request.redirects ??= new Map());
    made.redirects = visits;
    const { maxRepeats, maxRedirections } = this.constructor as typeof HTTPRedirectHandler;
    const visited = visits.get(newurl) ?? 0;
    if (visited >= maxRepeats || visits.size >= maxRedirections) {
      throw new HTTPError(request.getFullUrl(), code, endlessRedirect + msg, headers, fp);
    }
    visits.set(newurl, visited + 1);
    // The answer must be complete before the next request; a fault in its body is raised here.
    await readBytes(fp);
    return this.parent.open(made, null, request.timeout);
  }

  // Each of its own: a subclass that overrides one of them keeps the others.
  httpError301(request: HttpRequest, fp: Response, code: number, msg: string, headers: Headers): ErrorAnswer {
    return this.#follow(request, fp, code, msg, headers);
  }

  httpError303(request: HttpRequest, fp: Response, code: number, msg: string, headers: Headers): ErrorAnswer {
    return this.#follow(request, fp, code, msg, headers);
  }

  httpError307(request: HttpRequest, fp: Response, code: number, msg: string, headers: Headers): ErrorAnswer {
    return this.#follow(request, fp, code, msg, headers);
  }
}
