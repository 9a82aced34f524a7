import process from "node:process";

/**
 * `urllib.getproxies` on Linux: the proxies that the environment names, by scheme: `http_proxy`, `https_proxy`; and hosts
 * that go without one under `no`. Names in lower case win; as a CGI program, `HTTP_PROXY` is what a client has sent.
 */
export function environmentProxies(): Map<string, string> {
  const proxies = new Map<string, string>();
  const variables = Object.entries(process.env).filter(([name]) => /_proxy$/i.test(name));
  for (const [name, value] of variables) if (value) proxies.set(schemeOf(name), value);
  if (process.env["REQUEST_METHOD"] !== undefined) proxies.delete("http");
  for (const [name, value] of variables.filter(([written]) => written.endsWith("_proxy"))) {
    if (value) proxies.set(schemeOf(name), value);
    else proxies.delete(schemeOf(name));
  }
  return proxies;
}

const schemeOf = (name: string): string => name.slice(0, -"_proxy".length).toLowerCase();
