import type { Script } from "./Script.ts";

const JARS = [
  "jar.add_cookie_header(request)\nprint request.get_header('Cookie'), request.unredirected_hdrs",
  "saved = cookielib.LWPCookieJar('jar.txt')\nfor c in jar:\n    saved.set_cookie(c)\nsaved.save(ignore_discard=True)\nprint open('jar.txt').read()",
  "saved = cookielib.MozillaCookieJar('jar.txt')\nfor c in jar:\n    saved.set_cookie(c)\nsaved.save(ignore_discard=True, ignore_expires=True)\nloaded = cookielib.MozillaCookieJar()\nloaded.load('jar.txt', ignore_discard=True)\nprint sorted((c.name, c.value) for c in loaded)",
  "print repr(opener.open(BASE + '/second').read())",
  "print repr(opener.open(BASE + '/deep/page').read())",
  "for c in jar:\n    print c.name, c.has_nonstandard_attr('HttpOnly'), c.get_nonstandard_attr('x'), c.domain_specified",
  "jar.set_cookie(cookielib.Cookie(0, 'own', '1', None, False, '127.0.0.1', False, False, '/', True, False, None, True, None, None, {}))\nprint repr(opener.open(BASE + '/third').read())",
  "jar.clear('127.0.0.1')\nprint len(jar)",
];

/** A jar, and what is done with its cookies. */
export function jarStep(script: Script): string[] {
  const { g } = script;
  return [
    "jar = cookielib.CookieJar()",
    "opener = urllib2.build_opener(urllib2.HTTPCookieProcessor(jar))",
    `request = urllib2.Request(BASE + '${script.page()}')`,
    "answer = opener.open(request)",
    "print sorted((c.name, c.value, c.path) for c in jar)",
    ...g.several(1, 3, () => g.pick(JARS).split("\n")).flat(),
  ];
}
