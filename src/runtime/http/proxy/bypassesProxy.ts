import { stripSpace } from "../../python/text/stripSpace.ts";
import { environmentProxies } from "./environmentProxies.ts";

/** `urllib.proxy_bypass` on Linux: whether `no_proxy` names a host, or a domain that it is in. `host` may have a port. */
export function bypassesProxy(host: string): boolean {
  const listed = environmentProxies().get("no");
  if (listed === undefined || listed === "*") return listed === "*";
  const names = [host.replace(/:\d*$/, ""), host].map((name) => name.toLowerCase());
  return listed
    .split(",")
    .map(stripSpace)
    .filter(Boolean)
    .map((entry) => entry.replace(/^\.+/, "").toLowerCase())
    .some((entry) => names.some((name) => name === entry || name.slice(1).endsWith(`.${entry}`)));
}
