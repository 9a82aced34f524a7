import type { Choices } from "../Choices.ts";
import type { Script } from "./Script.ts";
import { views } from "./views.ts";

const CONNECTIONS = [
  "httplib.HTTPConnection(HOST)",
  "httplib.HTTPConnection(HOST, timeout=1.5)",
  "httplib.HTTPConnection(HOST, timeout=0.15)",
  "httplib.HTTPConnection('127.0.0.1', int(os.environ['PORT']))",
  "httplib.HTTPConnection('127.0.0.1', int(os.environ['PORT']), timeout=1.5)",
  "httplib.HTTPConnection(HOST, strict=True)",
  "httplib.HTTPConnection(HOST, strict=1, timeout=1.5)",
];

const REQUESTS = [
  "conn.request('GET', '%')",
  "conn.request('GET', '%')",
  "conn.request('GET', '%', headers={'X-Custom': 'a', 'Accept': '*/*'})",
  "conn.request('POST', '%', 'a=1')",
  "conn.request('POST', '%', urllib.urlencode({'a': 1}), {'Content-Type': 'application/x-www-form-urlencoded'})",
  "conn.request('HEAD', '%')",
  "conn.request('PUT', '%', 'body', {'Content-Length': '4'})",
  "conn.request('DELETE', '%')",
  "conn.request('OPTIONS', '%')",
  "conn.request('POST', '%')",
  "conn.request('POST', '%', '')",
  "conn.request('get', '%?a=1')",
  "conn.request('GET', '% b')",
  "conn.request('GET', '%', headers={'Connection': 'close'})",
  "conn.request('GET', BASE + '%')",
  "conn.request('GET', '%', headers={'Host': 'example.com', 'Accept-Encoding': 'gzip'})",
  "conn.putrequest('GET', '%')\nconn.putheader('X-Put', 'a', 'b')\nconn.endheaders()",
  "conn.putrequest('POST', '%', skip_host=True)\nconn.putheader('Host', 'example.com')\nconn.putheader('Content-Length', '3')\nconn.endheaders()\nconn.send('abc')",
  "conn.putrequest('POST', '%', skip_accept_encoding=True)\nconn.putheader('Content-Length', 3)\nconn.endheaders('abc')",
  "conn.putheader('X-Early', '1')",
  "conn.endheaders()",
  "conn.putrequest('GET', '%')",
  "conn.putrequest('POST', '%')\nconn.putheader('Transfer-Encoding', 'chunked')\nconn.endheaders()\nconn.send('3\\r\\nabc\\r\\n0\\r\\n\\r\\n')",
  "open('sent.txt', 'w').write('from a file')\nconn.request('PUT', '%', open('sent.txt'))",
  "conn.request('GET', u'%')",
  "conn.request('POST', '%', u'a=b')",
  "conn.request(url='%', method='GET')",
  "conn.request('GET', '%', None, {'X-Number': 5})",
  "conn.getresponse()",
  "conn.connect()\nconn.request('GET', '%')",
  "conn.set_tunnel('127.0.0.1', int(os.environ['PORT']))\nconn.request('GET', '%')",
  "conn.request('GET', '%', headers={'X-Many': 'a\\n b'})",
  "conn.request('GET', '%', headers={'X-Bad': 'a\\nb'})",
  "conn.request('GET', '')",
  "conn.request('POST', '%', 'caf\\xc3\\xa9')",
  "conn.timeout = 0.15\nconn.request('GET', '%')",
  "conn.request('GET', '%')\nconn.request('GET', '%')",
];

/** httplib: one connection, a request or several by it. */
export function httplibStep(script: Script): string[] {
  const { g } = script;
  return [
    `conn = ${g.pick(CONNECTIONS)}`,
    ...g.several(1, 3, () => exchange(script)).flat(),
    ...(g.chance(1, 3) ? ["conn.close()"] : []),
  ];
}

function exchange(script: Script): string[] {
  const { g } = script;
  const path = script.page();
  const lines = g.mostly(REQUESTS.slice(0, 8), REQUESTS).replaceAll("%", path).split("\n");
  // What is asked for by parts goes out when its answer is asked for: A0123.
  if (!lines.join().includes("put") && g.chance(1, 15)) return lines;
  return [...lines, `response = conn.getresponse()`, ...looks(g), ...(g.chance(1, 12) ? ["conn.close()"] : [])];
}

const looks = (g: Choices): string[] =>
  g.several(1, 3, () => views(g, g.pick(["RESPONSE_READS", "RESPONSE"]), "response", 2)).flat();
