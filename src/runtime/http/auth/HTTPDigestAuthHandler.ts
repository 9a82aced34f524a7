import type { HttpRequest } from "../HttpRequest.ts";
import type { ErrorAnswer } from "../opener/BaseHandler.ts";
import { BaseHandler } from "../opener/BaseHandler.ts";
import { DigestAuth } from "./DigestAuth.ts";
import { HTTPPasswordMgr } from "./HTTPPasswordMgr.ts";

/** `urllib2.HTTPDigestAuthHandler`: answers a server's 401 by sending the request again with a digest of the password. */
export class HTTPDigestAuthHandler extends BaseHandler {
  static override handlerOrder = 490;
  readonly passwd: HTTPPasswordMgr;
  readonly #digest: DigestAuth;

  /** Without a manager it has one of its own, which `addPassword` fills. */
  constructor(passwd: HTTPPasswordMgr | null = null) {
    super();
    this.passwd = passwd ?? new HTTPPasswordMgr();
    this.#digest = new DigestAuth(this.passwd);
  }

  addPassword(realm: string | null, uri: string | readonly string[], user: string, passwd: string): void {
    this.passwd.addPassword(realm, uri, user, passwd);
  }

  httpError401(request: HttpRequest, fp: Response, _code: number, _msg: string, _headers: Headers): ErrorAnswer {
    return this.#digest.retry(this.parent, { asked: "www-authenticate", sent: "Authorization" }, request, fp);
  }
}
