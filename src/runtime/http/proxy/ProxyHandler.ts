import type { HttpRequest } from "../HttpRequest.ts";
import { BaseHandler } from "../opener/BaseHandler.ts";
import { bypassesProxy } from "./bypassesProxy.ts";
import { environmentProxies } from "./environmentProxies.ts";
import { parseProxy } from "./parseProxy.ts";

/**
 * `urllib2.ProxyHandler`: sends requests by way of proxies, by scheme. Without any given it takes those of the environment;
 * with an empty mapping there are none. Hosts that `no_proxy` names are always asked directly.
 */
export class ProxyHandler extends BaseHandler {
  static override handlerOrder = 100;

  constructor(proxies: Readonly<Record<string, string>> | ReadonlyMap<string, string> | null = null) {
    super();
    const known =
      proxies === null ? environmentProxies() : new Map(Symbol.iterator in proxies ? proxies : Object.entries(proxies));
    const [http, https] = [known.get("http"), known.get("https")];
    if (http !== undefined) this.httpOpen = (request) => this.proxyOpen(request, http);
    if (https !== undefined) this.httpsOpen = (request) => this.proxyOpen(request, https);
  }

  /** Sends a request by way of a proxy, and leaves it to the next handler, unless the proxy has another scheme. */
  protected proxyOpen(request: HttpRequest, proxy: string): Promise<Response> | null {
    const type = request.getType();
    const { scheme, host, credentials } = parseProxy(proxy);
    const proxyType = scheme ?? type;
    const asked = request.getHost();
    if (asked && bypassesProxy(asked)) return null;
    // Not to go with a redirect, which may lead past the proxy. urllib2 lets it.
    if (credentials !== null) request.addUnredirectedHeader("Proxy-authorization", credentials);
    request.setProxy(host, proxyType);
    return type === proxyType || type === "https" ? null : this.parent.open(request, null, request.timeout);
  }
}
