import type { Script } from "./Script.ts";
import { address } from "./urllib2Steps.ts";

const INSTALLED = [
  "urllib2.install_opener(urllib2.build_opener(urllib2.HTTPCookieProcessor(jar)))",
  "urllib2.install_opener(urllib2.build_opener(urllib2.ProxyHandler({})))",
  "os.environ['http_proxy'] = OTHER",
  "os.environ['no_proxy'] = '127.0.0.1'",
  "socket.setdefaulttimeout(0.15)",
];

/** Something that all requests after it are made by. */
export function installStep(script: Script): string[] {
  const { g } = script;
  const line = g.pick(INSTALLED);
  if (line.includes("jar")) script.defined("jar", ["jar = cookielib.CookieJar()"]);
  return [line, `print repr(urllib2.urlopen(${address(g, script.page())}).read())`];
}
