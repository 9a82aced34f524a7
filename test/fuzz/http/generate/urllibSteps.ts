import { indented, type Script } from "./Script.ts";
import { address } from "./urllib2Steps.ts";
import { views } from "./views.ts";

const ASKING = [
  "class Asking(urllib.FancyURLopener):",
  "    version = 'Asking/1.0'",
  "    def prompt_user_passwd(self, host, realm):",
  "        print 'asked', realm",
  "        return 'user', 'secret'",
];

const STRICT = [
  "class Strict(urllib.FancyURLopener):",
  "    def http_error_default(self, url, fp, errcode, errmsg, headers):",
  "        print 'error', errcode, errmsg",
  "        return urllib.URLopener.http_error_default(self, url, fp, errcode, errmsg, headers)",
];

/** urllib: a page, or a file of it. */
export function urllibStep(script: Script): string[] {
  const { g } = script;
  const target = address(g, script.page());
  const data = g.chance(1, 5) ? g.pick([", 'a=1'", ", urllib.urlencode([('a', 'b c')])"]) : "";
  switch (g.pick(["urlopen", "urlopen", "retrieve", "opener"])) {
    case "retrieve":
      return [
        `name, headers = urllib.urlretrieve(${target}, 'page.bin'${data === "" ? "" : `, None${data}`})`,
        "print name, repr(open(name, 'rb').read())",
        ...views(g, "HEADERS", "headers"),
      ];
    case "opener": {
      const made = g.pick(["urllib.FancyURLopener()", "urllib.URLopener()", "Asking()", "Strict()"]);
      if (made === "Asking()") script.defined("Asking", ASKING);
      if (made === "Strict()") script.defined("Strict", STRICT);
      const field = g.chance(1, 4) ? [`urls.addheader('X-Own', '1')`] : [];
      return [`urls = ${made}`, ...field, `page = urls.open(${target}${data})`, ...looks(script)];
    }
    default: {
      const proxies = g.chance(1, 8) ? g.pick([", proxies={}", ", proxies={'http': OTHER}"]) : "";
      return [`page = urllib.urlopen(${target}${data}${proxies})`, ...looks(script)];
    }
  }
}

const looks = ({ g }: Script): string[] =>
  g
    .several(1, 3, () => {
      switch (g.pick(["reads", "page", "fields"])) {
        case "page":
          return ["print page.getcode(), page.geturl()"];
        case "fields":
          return views(g, "HEADERS", "page.info()", 1);
        default:
          return views(g, "READS", "page", 2);
      }
    })
    .flat();

/** A function that retries, as scripts have them. */
export function retryStep(script: Script): string[] {
  const { g } = script;
  const target = address(g, script.page());
  const caught = g.pick([
    "urllib2.URLError",
    "(urllib2.URLError, socket.error)",
    "(IOError, httplib.HTTPException)",
    "Exception",
  ]);
  return [
    `for attempt in range(${g.number(2, 4)}):`,
    ...indented([
      "try:",
      ...indented([
        `print attempt, repr(urllib2.urlopen(${target}, timeout=${g.pick(["1.5", "0.15"])}).read())`,
        "break",
      ]),
      `except ${caught}, e:`,
      ...indented([g.pick(["print attempt, e", "print attempt, type(e).__name__, repr(e)"])]),
    ]),
    "else:",
    "    print 'gave up'",
  ];
}

/** urlretrieve with a hook, which sees sizes. */
export function hookStep(script: Script): string[] {
  const { g } = script;
  return [
    "def hook(count, size, total):",
    ...indented(["print count, size, total"]),
    `name, fields = urllib.urlretrieve(${address(g, script.page())}, 'hooked.bin', hook)`,
    "print repr(open('hooked.bin', 'rb').read())",
    ...views(g, "HEADERS", "fields"),
  ];
}
