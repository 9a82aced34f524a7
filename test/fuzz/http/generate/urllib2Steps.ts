import type { Choices } from "../Choices.ts";
import { opener } from "./handlers.ts";
import type { Script } from "./Script.ts";
import { views } from "./views.ts";

/** What follows a page's path in an address. */
const TAILS = [
  "",
  "?a=1&b=two",
  "#frag",
  "?q=a b",
  "?q=caf\\xc3\\xa9",
  ";p=1",
  "?",
  "?q=%41%zz",
  "/../0",
  "?x=a\\nb",
  "#",
  "//",
];

/** An address as an expression. */
export const address = (g: Choices, path: string): string =>
  g.mostly(
    [`BASE + '${path}'`, `BASE + '${path}'`, `BASE + '${path}${g.mostly([""], TAILS)}'`],
    [
      `'http://user:pass@%s${path}' % HOST`,
      `BASE.upper() + '${path}'`,
      `' ' + BASE + '${path} '`,
      `'<URL:%s${path}>' % BASE`,
      `BASE[5:] + '${path}'`,
      "BASE",
      "OTHER",
      `u'%s${path}' % BASE`,
    ],
  );

const DATA = [
  "",
  ", 'a=1&b=2'",
  ", urllib.urlencode({'a': 1, 'b': 'two words'})",
  ", ''",
  ", '\\x00\\xff'",
  ", None",
  ", json.dumps({'a': [1]})",
];

const FIELDS = [
  "{'X-Custom-thing': 'a'}",
  "{'User-Agent': 'Mozilla/5.0', 'Accept': 'text/html'}",
  "{'Content-Type': 'application/json'}",
  "{'Cookie': 'own=1'}",
  "{'Authorization': 'Basic ' + base64.b64encode('user:secret')}",
  "{'Range': 'bytes=0-3'}",
  "{'Content-Length': '3'}",
  "{'Host': 'example.com'}",
  "{'Connection': 'keep-alive'}",
  "{'accept-encoding': 'gzip'}",
  "{'X-Number': 5}",
  "{'X-Empty': ''}",
  "{'If-None-Match': '\"abc\"', 'X-b': '1', 'x-B': '2'}",
  "{}",
];

const CHANGES = [
  "request.add_header('X-Added', 'yes')",
  "request.add_header('user-agent', 'own/1')",
  "request.add_unredirected_header('X-Once', '1')",
  "request.get_method = lambda: 'PUT'",
  "request.get_method = lambda: 'HEAD'",
  "request.get_method = lambda: 'DELETE'",
  "request.add_data('late=1')",
  "print request.get_full_url(), request.get_host(), request.get_selector(), request.get_type()",
  "print request.get_method(), request.has_data(), request.get_data()",
  "print sorted(request.header_items()), request.has_header('X-added')",
  "print request.get_header('User-agent'), request.get_header('X-None', 'd')",
  "request.set_proxy(OTHER[7:], 'http')",
  "print request.get_origin_req_host(), request.is_unverifiable()",
];

const TIMES = ["", ", timeout=1.5", ", timeout=0.15"];

/** urllib2: something is asked for and the answer looked at. */
export function urllib2Step(script: Script): string[] {
  const { g } = script;
  const lines: string[] = [];
  let target = address(g, script.page());
  let data = g.chance(1, 4) ? g.pick(DATA) : "";
  if (g.chance(1, 2)) {
    // docs/equivalence.md, what is known to differ: a URL without a scheme for which a proxy is set.
    const changes = target.startsWith("BASE[5:]") ? CHANGES.filter((line) => !line.includes("set_proxy")) : CHANGES;
    const headers = g.chance(1, 2) ? `, headers=${g.pick(FIELDS)}` : "";
    lines.push(`request = urllib2.Request(${target}${data}${headers})`, ...g.several(0, 2, () => g.pick(changes)));
    [target, data] = ["request", g.chance(1, 12) ? g.pick(DATA) : ""];
  }
  const time = g.pick(TIMES);
  const open = g.chance(2, 5) ? `${opener(script)}.open` : "urllib2.urlopen";
  if (g.chance(1, 8)) return [...lines, `print repr(${open}(${target}${data}${time}).read())`, ...jarViews(script)];
  lines.push(`answer = ${open}(${target}${data}${time})`);
  return [...lines, ...looks(g), ...jarViews(script)];
}

/** At the answer, its fields and its body, in any order. */
function looks(g: Choices): string[] {
  const headers = g.pick(["answer.info()", "answer.headers"]);
  return g
    .several(1, 4, () => {
      switch (g.pick(["reads", "answer", "fields", "reads"])) {
        case "answer":
          return views(g, "ANSWER", "answer", 1);
        case "fields":
          return views(g, "HEADERS", headers, 1);
        default:
          return views(g, "READS", "answer", 2);
      }
    })
    .flat();
}

const JAR_VIEWS = [
  "print [(c.name, c.value, c.domain, c.path) for c in jar]",
  "for cookie in jar:\n    print cookie.name, cookie.secure, cookie.discard, cookie.version, cookie.expires is None, cookie.is_expired()",
  "print len(jar), sorted(c.name for c in jar)",
  "print [(c.domain_specified, c.domain_initial_dot, c.path_specified, c.port, c.comment) for c in jar]",
  "jar.clear()",
  "jar.clear_session_cookies()",
  "for cookie in jar:\n    print cookie",
];

const jarViews = ({ g, prelude }: Script): string[] =>
  prelude.has("jar") && g.chance(1, 2) ? g.pick(JAR_VIEWS).split("\n") : [];
