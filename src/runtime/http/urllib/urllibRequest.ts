import { base64Encode } from "../../python/base64/base64Encode.ts";
import { IOError } from "../../python/exceptions/IOError.ts";
import { encodeText } from "../../python/text/encodeText.ts";
import { endpoint, refuseControls, resolutionError } from "../endpoint.ts";
import { headerField } from "../headerField.ts";
import { unquote } from "../url/unquote.ts";
import type { WireRequest } from "../WireRequest.ts";
import { bypassesProxy } from "../proxy/bypassesProxy.ts";
import type { PostData } from "./UrlOpener.ts";
import { splitHost } from "../url/splitHost.ts";
import { splitScheme } from "../url/splitScheme.ts";

/** What is to be opened, taken apart at its scheme. */
interface Target {
  readonly scheme: string;
  /** After the scheme's colon. */
  readonly rest: string;
  readonly full: string;
  readonly proxy: string | null;
  readonly data: PostData;
  readonly fields: readonly (readonly [string, string])[];
}

/** A request as urllib sends it, and the URL that it is under afterwards: with `http:` before it, whatever the scheme is. */
export interface UrllibRequest {
  readonly wire: WireRequest;
  readonly url: string;
}

/** Where a request goes and what it asks there for. */
interface Route {
  readonly kind: string;
  /** With its port; with the login, if it is a proxy's. */
  readonly address: string | null;
  readonly selector: string;
  /** For `Host`; null for none. */
  readonly host: string | null;
  readonly login: string | null;
  readonly proxyLogin: string | null;
}

/** The request for a target of HTTP, or one that a proxy takes by HTTP; an IOError without a host, an InvalidURL for one that is none. */
export function urllibRequest({ data, fields, ...target }: Target): UrllibRequest {
  const { kind, address, selector, host, login, proxyLogin } =
    target.proxy === null ? direct(target.scheme, target.rest) : throughProxy(target.full, target.proxy);
  if (address === null || address === "") throw new IOError(`${kind} error`, "no host given");
  const place = endpoint(address, kind === "https");
  const path = selector || "/";
  refuseControls(path);
  const body = typeof data === "string" ? encodeText(data) : data && new Uint8Array(data);
  const headers: (readonly [string, string])[] = [];
  if (body !== null) {
    headers.push(["Content-Type", "application/x-www-form-urlencoded"]);
    headers.push(["Content-Length", String(body.length)]);
  }
  if (proxyLogin !== null) headers.push(["Proxy-Authorization", basic(proxyLogin)]);
  if (login !== null) headers.push(["Authorization", basic(login)]);
  if (host !== null && host !== "") headers.push(headerField("Host", host));
  for (const [name, value] of fields) headers.push(headerField(name, value));
  const unknown = resolutionError(place);
  if (unknown !== null) throw new IOError("socket error", unknown);
  const wire: WireRequest = {
    url: target.full,
    target: `${place.origin}/`,
    secure: place.secure,
    host: place.host,
    port: place.port & 0xffff,
    selector: path,
    method: body === null ? "GET" : "POST",
    headers,
    body,
    version: "HTTP/1.0",
  };
  return { wire, url: `${kind}:${target.rest}` };
}

function direct(kind: string, url: string): Route {
  const [found, path] = splitHost(url);
  const [login, name] = found === null ? [null, null] : splitLogin(found);
  const host = name === null ? null : unquote(name);
  return { kind, address: host, selector: path, host, login, proxyLogin: null };
}

function throughProxy(full: string, proxy: string): Route {
  const [kind, proxyRest] = splitScheme(proxy);
  const [proxyLogin, address] = splitLogin(splitHost(proxyRest)[0] ?? "");
  const [scheme, rest] = splitScheme(full);
  const [found, path] = splitHost(rest);
  if (scheme !== kind || found === null || found === "") {
    return { kind: kind ?? "", address, selector: full, host: null, login: null, proxyLogin };
  }
  const [login, host] = splitLogin(found);
  return {
    kind: kind ?? "",
    address: kind === "http" && bypassesProxy(host) ? host : address,
    selector: login === null ? full : `${scheme}://${host}${path}`,
    host,
    login,
    proxyLogin,
  };
}

function splitLogin(host: string): [login: string | null, host: string] {
  const at = host.lastIndexOf("@");
  return at < 0 ? [null, host] : [host.slice(0, at), host.slice(at + 1)];
}

const basic = (login: string): string => `Basic ${base64Encode(unquote(login))}`;
