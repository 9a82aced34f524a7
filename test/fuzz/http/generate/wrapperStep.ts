import type { Script } from "./Script.ts";
import { address } from "./urllib2Steps.ts";

/** Functions and classes that scripts wrap around urllib2, and calls of them; `@` stands for an address. */
const WRAPPERS: readonly (readonly [name: string, definition: string, calls: readonly string[]])[] = [
  [
    "fetch",
    `def fetch(url, data=None, headers={}, timeout=1.5):
    request = urllib2.Request(url, data, headers)
    try:
        return urllib2.urlopen(request, timeout=timeout).read()
    except urllib2.HTTPError, e:
        return 'HTTP %d %s' % (e.code, e.read())
    except urllib2.URLError, e:
        return 'URL %s' % e.reason`,
    [
      "print repr(fetch(@))",
      "print repr(fetch(@, 'a=1'))",
      "print repr(fetch(@, headers={'X-A': 'b'}))",
      "print len(fetch(@, timeout=0.15))",
    ],
  ],
  [
    "status_of",
    `def status_of(url):
    try:
        return urllib2.urlopen(url).getcode()
    except urllib2.HTTPError as e:
        return e.code
    except (urllib2.URLError, httplib.HTTPException, socket.error) as e:
        return -1`,
    ["print status_of(@)", "print [status_of(u) for u in (@, BASE)]", "print 'ok' if status_of(@) == 200 else 'down'"],
  ],
  [
    "Client",
    `class Client(object):
    def __init__(self, base, retries=2):
        self.base = base
        self.retries = retries
        self.jar = cookielib.CookieJar()
        self.opener = urllib2.build_opener(urllib2.HTTPCookieProcessor(self.jar))
        self.opener.addheaders = [('User-Agent', 'client/1')]
    def get(self, path, **params):
        url = self.base + path
        if params:
            url += '?' + urllib.urlencode(sorted(params.items()))
        for attempt in range(self.retries):
            try:
                return self.opener.open(url, timeout=1.5).read()
            except urllib2.HTTPError, e:
                if e.code < 500:
                    raise
                print 'retry', e.code
            except urllib2.URLError, e:
                print 'retry', e.reason
        return None`,
    [
      "print repr(Client(BASE).get('$'))",
      "print repr(Client(BASE, 3).get('$', a=1, b='c d'))",
      "client = Client(BASE)\nprint repr(client.get('$')), len(client.jar)\nprint repr(client.get('/again')), sorted(c.name for c in client.jar)",
    ],
  ],
  [
    "download",
    `def download(url, name, size=7):
    answer = urllib2.urlopen(url)
    total = 0
    with open(name, 'wb') as f:
        while 1:
            block = answer.read(size)
            if not block:
                break
            total += len(block)
            f.write(block)
    answer.close()
    return total, answer.info().get('Content-Length')`,
    ["print download(@, 'got.bin')", "print download(@, 'got.bin', 4096), repr(open('got.bin', 'rb').read())"],
  ],
  [
    "get_json",
    `def get_json(url):
    try:
        return json.load(urllib2.urlopen(url))
    except ValueError, e:
        print 'not JSON', e
    except urllib2.HTTPError, e:
        print 'failed', e.code, e.headers.get('Content-Type')
    return {}`,
    ["print get_json(@)", "print get_json(@).get('id')", "print sorted(get_json(@))"],
  ],
];

/** A function or class of the script's own that asks for a page. */
export function wrapperStep(script: Script): string[] {
  const { g } = script;
  const [name, definition, calls] = g.pick(WRAPPERS);
  script.defined(name, definition.split("\n"));
  const path = script.page();
  const call = g.pick(calls);
  return call
    .replaceAll("@", () => address(g, path))
    .replaceAll("$", path)
    .split("\n");
}
