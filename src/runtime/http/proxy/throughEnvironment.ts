import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { URLError } from "../errors/URLError.ts";
import { splitRequestUrl } from "../splitRequestUrl.ts";
import type { WireRequest } from "../WireRequest.ts";
import { bypassesProxy } from "./bypassesProxy.ts";
import { environmentProxies } from "./environmentProxies.ts";
import { parseProxy } from "./parseProxy.ts";
import { proxiedRequest } from "./proxiedRequest.ts";

/** As urllib2's own opener has them: read once, at the first request. */
export const ownOpener: { proxies: ReadonlyMap<string, string> | null } = { proxies: null };

/** A request as it goes by way of the proxy that the environment names for its scheme; as it is if there is none. */
export function throughEnvironment(direct: WireRequest): WireRequest {
  const proxies = (ownOpener.proxies ??= environmentProxies());
  const { host, original } = splitRequestUrl(direct.url);
  const type = direct.secure ? "https" : "http";
  const proxy = proxies.get(type);
  if (proxy === undefined || host === null || bypassesProxy(host)) return direct;
  const { scheme, host: address, credentials } = parseProxy(proxy);
  const proxyType = scheme ?? type;
  if (proxyType === "ftp" || proxyType === "file") throw new UntranslatedError("U0103", `${proxyType} as a proxy`);
  if (!direct.secure && !/^https?$/.test(proxyType)) throw new URLError(`unknown url type: ${proxyType}`);
  const headers = new Map(direct.headers);
  if (credentials !== null) headers.set("Proxy-Authorization", credentials);
  const secure = direct.secure || proxyType === "https";
  return proxiedRequest({ ...direct, headers }, address, secure, direct.secure ? null : original);
}
