import type { Script } from "./Script.ts";

const JAR = ["jar = cookielib.CookieJar()"];

const PASSWORDS = [
  "passwords = urllib2.HTTPPasswordMgrWithDefaultRealm()",
  "passwords.add_password(None, BASE, 'user', 'secret')",
];

const REALM = ["realm = urllib2.HTTPPasswordMgr()", "realm.add_password('door', BASE + '/', 'user', 'pass:word')"];

const STAYING = [
  "class Staying(urllib2.HTTPRedirectHandler):",
  "    def redirect_request(self, req, fp, code, msg, headers, newurl):",
  "        print 'redirect', code, msg, newurl",
  "        return None",
];

const FOLLOWING = [
  "class Following(urllib2.HTTPRedirectHandler):",
  "    def http_error_302(self, req, fp, code, msg, headers):",
  "        print 'moved', code, repr(headers.getheader('Location'))",
  "        return urllib2.HTTPRedirectHandler.http_error_302(self, req, fp, code, msg, headers)",
  "    http_error_301 = http_error_302",
];

const QUIET = [
  "class Quiet(urllib2.HTTPErrorProcessor):",
  "    def http_response(self, request, response):",
  "        return response",
];

const KEEPING = [
  "class Keeping(urllib2.HTTPDefaultErrorHandler):",
  "    def http_error_default(self, req, fp, code, msg, headers):",
  "        error = urllib2.HTTPError(req.get_full_url(), code, msg, headers, fp)",
  "        error.status = code",
  "        return error",
];

const NOTING = [
  "class Noting(urllib2.BaseHandler):",
  "    def http_request(self, request):",
  "        print 'to', request.get_method(), request.get_selector()",
  "        request.add_header('X-Noted', 'yes')",
  "        return request",
  "    def http_response(self, request, response):",
  "        print 'from', response.code, repr(response.msg)",
  "        return response",
];

const MISSING = [
  "class Missing(urllib2.BaseHandler):",
  "    def http_error_404(self, req, fp, code, msg, hdrs):",
  "        print 'missing', req.get_full_url() == BASE, repr(fp.read())",
  "        return None",
  "    def http_error_503(self, req, fp, code, msg, hdrs):",
  "        print 'busy', hdrs.get('Retry-After')",
  "        return fp",
];

const ASKED = [
  "class Asked(urllib2.HTTPHandler):",
  "    handler_order = 100",
  "    def http_open(self, req):",
  "        print 'asks', req.get_host() == HOST, req.get_selector()",
  "        return self.do_open(httplib.HTTPConnection, req)",
];

const POSTING = [
  "class Posting(urllib2.HTTPRedirectHandler):",
  "    max_redirections = 3",
  "    def redirect_request(self, req, fp, code, msg, hdrs, newurl):",
  "        print 'again', newurl, req.get_method()",
  "        return urllib2.Request(newurl.replace(' ', '%20'), data=req.get_data(), headers=req.headers)",
];

const POLICY = [
  "strict = cookielib.CookieJar(cookielib.DefaultCookiePolicy(strict_ns_domain=cookielib.DefaultCookiePolicy.DomainStrict, blocked_domains=['example.com']))",
];

/** Handlers for `build_opener`; the definitions of the names that they use. */
const HANDLERS: readonly (readonly [expression: string, definitions: Readonly<Record<string, readonly string[]>>])[] = [
  ["urllib2.HTTPCookieProcessor(jar)", { jar: JAR }],
  ["urllib2.HTTPCookieProcessor()", {}],
  ["urllib2.HTTPBasicAuthHandler(passwords)", { passwords: PASSWORDS }],
  ["urllib2.HTTPDigestAuthHandler(passwords)", { passwords: PASSWORDS }],
  ["urllib2.HTTPBasicAuthHandler(realm)", { realm: REALM }],
  ["urllib2.HTTPDigestAuthHandler(realm)", { realm: REALM }],
  ["Staying", { Staying: STAYING }],
  ["Following()", { Following: FOLLOWING }],
  ["Quiet", { Quiet: QUIET }],
  ["Keeping()", { Keeping: KEEPING }],
  ["Noting()", { Noting: NOTING }],
  ["Missing", { Missing: MISSING }],
  ["Asked()", { Asked: ASKED }],
  ["Posting()", { Posting: POSTING }],
  ["urllib2.HTTPCookieProcessor(strict)", { strict: POLICY }],
  ["urllib2.ProxyHandler({})", {}],
  ["urllib2.ProxyHandler({'http': OTHER})", {}],
  ["urllib2.ProxyHandler({'http': 'http://user:pass@' + OTHER[7:]})", {}],
  ["urllib2.ProxyBasicAuthHandler(passwords)", { passwords: PASSWORDS }],
  ["urllib2.HTTPHandler()", {}],
  ["urllib2.HTTPRedirectHandler()", {}],
];

/** An opener of some handlers; it is the script's own from then on. */
export function opener(script: Script): string {
  const { g } = script;
  const names = g.several(1, 3, () => {
    const [expression, definitions] = g.pick(HANDLERS);
    for (const [name, lines] of Object.entries(definitions)) script.defined(name, lines);
    return expression;
  });
  const count = [...script.prelude.keys()].filter((name) => name.startsWith("opener")).length;
  const lines = [`opener${count} = urllib2.build_opener(${[...new Set(names)].join(", ")})`];
  if (g.chance(1, 5)) lines.push(`opener${count}.addheaders = [('User-Agent', 'fuzz/1.0'), ('X-Own', '1')]`);
  return script.defined(`opener${count}`, lines);
}
