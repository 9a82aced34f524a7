import type { HttpRequest } from "../HttpRequest.ts";
import type { ErrorAnswer } from "../opener/BaseHandler.ts";
import { BaseHandler } from "../opener/BaseHandler.ts";
import { basicRetry } from "./basicRetry.ts";
import { HTTPPasswordMgr } from "./HTTPPasswordMgr.ts";

/** `urllib2.ProxyBasicAuthHandler`: answers a proxy's 407 by sending the request again with a password. */
export class ProxyBasicAuthHandler extends BaseHandler {
  readonly passwd: HTTPPasswordMgr;

  /** Without a manager it has one of its own, which `addPassword` fills. */
  constructor(passwordMgr: HTTPPasswordMgr | null = null) {
    super();
    this.passwd = passwordMgr ?? new HTTPPasswordMgr();
  }

  addPassword(realm: string | null, uri: string | readonly string[], user: string, passwd: string): void {
    this.passwd.addPassword(realm, uri, user, passwd);
  }

  httpError407(request: HttpRequest, fp: Response, _code: number, _msg: string, _headers: Headers): ErrorAnswer {
    const challenge = {
      asked: "proxy-authenticate",
      host: request.getHost() ?? "",
      sent: "Proxy-authorization",
    } as const;
    return basicRetry(this.parent, this.passwd, challenge, request, fp);
  }
}
