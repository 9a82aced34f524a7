import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";

/** A proxy's URL, or its host alone, taken apart; what follows the host is ignored. */
export interface ProxyParts {
  readonly scheme: string | null;
  readonly user: string | null;
  readonly password: string | null;
  readonly host: string;
}

/** Reads a proxy as `urllib2` does; a ValueError for a URL without a host. */
export function parseProxy(proxy: string): ProxyParts {
  const [, scheme, rest = proxy] = /^([^/:]+):([^]*)$/.exec(proxy) ?? [];
  const isUrl = rest.startsWith("/");
  if (isUrl && !rest.startsWith("//")) throw new ValueError(`proxy URL with no authority: ${reprStr(proxy)}`);
  const authority = isUrl ? rest.slice(2).replace(/\/[^]*$/, "") : proxy;
  const [, login, host = authority] = /^([^]*)@([^]*)$/.exec(authority) ?? [];
  const [, user = login ?? null, password = null] = /^([^:]*):([^]*)$/.exec(login ?? "") ?? [];
  return { scheme: isUrl && scheme !== undefined ? scheme.toLowerCase() : null, user, password, host };
}
