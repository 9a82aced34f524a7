import { base64Encode } from "../../python/base64/base64Encode.ts";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { splitScheme } from "../url/splitScheme.ts";
import { unquote } from "../url/unquote.ts";

/** A proxy's URL, or its host alone, taken apart; what follows the host is ignored. */
export interface ProxyParts {
  readonly scheme: string | null;
  /** With its port. */
  readonly host: string;
  /** What `Proxy-Authorization` says; null for a URL without a user and a password. */
  readonly credentials: string | null;
}

/** Reads a proxy as `urllib2` does; a ValueError for a URL without a host. */
export function parseProxy(proxy: string): ProxyParts {
  const [scheme, rest] = splitScheme(proxy);
  const isUrl = rest.startsWith("/");
  if (isUrl && !rest.startsWith("//")) throw new ValueError(`proxy URL with no authority: ${reprStr(proxy)}`);
  const authority = isUrl ? rest.slice(2).replace(/\/[^]*$/, "") : proxy;
  const [, login = "", host = authority] = /^([^]*)@([^]*)$/.exec(authority) ?? [];
  const [, user, password] = /^([^:]+):([^]+)$/.exec(login) ?? [];
  const credentials = user && password && `Basic ${base64Encode(`${unquote(user)}:${unquote(password)}`)}`;
  return { scheme: isUrl ? scheme : null, host: unquote(host), credentials: credentials ?? null };
}
