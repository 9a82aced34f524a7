import { base64Encode } from "../../python/base64/base64Encode.ts";
import { unquote } from "../url/unquote.ts";
import type { ProxyParts } from "./parseProxy.ts";

/** What `Proxy-Authorization` says for a proxy whose URL has a user and a password; null for another. */
export function proxyCredentials({ user, password }: ProxyParts): string | null {
  return user && password ? `Basic ${base64Encode(`${unquote(user)}:${unquote(password)}`)}` : null;
}
