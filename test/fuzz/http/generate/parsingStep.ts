import type { Script } from "./Script.ts";
import { address } from "./urllib2Steps.ts";

const PARSED = [
  "print urlparse.urlparse(answer.geturl())[2:]",
  "print urlparse.urljoin(answer.geturl(), 'next?x=1')",
  "print urlparse.urljoin(answer.geturl(), answer.info().getheader('Location') or '')",
  "print urlparse.urlsplit(answer.geturl()).port is None, urlparse.urldefrag(answer.geturl())[1]",
  "print cgi.parse_header(answer.headers.get('Content-Type', ''))",
  "print cgi.parse_header(answer.headers.get('Content-Disposition', ''))",
  "print email.utils.parsedate(answer.headers.get('Date', ''))",
  "print email.utils.parsedate_tz(answer.headers.get('Last-Modified', ''))",
  "print mimetypes.guess_type(answer.geturl())",
  "print Cookie.SimpleCookie(answer.headers.get('Set-Cookie', '')).keys()",
  "for name, morsel in sorted(Cookie.SimpleCookie(answer.headers.get('Set-Cookie', '')).items()):\n    print name, repr(morsel.value), repr(morsel['path']), morsel.OutputString()",
  "print urllib.unquote(urlparse.urlparse(answer.geturl()).path)",
  "print [part.split('=', 1) for part in answer.headers.get('Set-Cookie', '').split(';')]",
  "print int(answer.headers.get('Retry-After', '0')), answer.headers.get('X-Test', '').split(',')",
  "print time.strptime(answer.headers['Last-Modified'], '%a, %d %b %Y %H:%M:%S GMT')[:6]",
  "print answer.headers.get('Content-Type', '').lower().startswith('text/')",
  "print urlparse.parse_qs(answer.read())",
  "print dict(answer.info()).get('x-test')",
  "print dict(answer.info().items()).get('server')",
];

/** What a script makes of an answer by other modules. */
export function parsingStep(script: Script): string[] {
  const { g } = script;
  const target = address(g, script.page());
  return [`answer = urllib2.urlopen(${target})`, ...g.several(1, 3, () => g.pick(PARSED).split("\n")).flat()];
}
