import type { Choices } from "../Choices.ts";

/** What scripts look at, as lines of Python: `%` stands for the variable. */
const ANSWER = ["print %.getcode(), %.geturl()", "print %.code, repr(%.msg)", "print repr(%.url)"];

const HEADERS = [
  "print sorted(%.items())",
  "print %.headers",
  "print repr(str(%))",
  "print repr(%.get('X-Test')), repr(%.get('x-fold', 'none'))",
  "print repr(%.getheader('Content-Type')), repr(%.getheader('x-none', 'd'))",
  "print %.getheaders('Set-Cookie'), %.getheaders('X-Test')",
  "print %.gettype(), %.getmaintype(), %.getsubtype()",
  "print repr(%.getparam('charset'))",
  "print repr(%.typeheader)",
  "print %.getplist()",
  "print %.has_key('etag'), 'ETag' in %, len(%)",
  "print sorted(%.keys())",
  "print %.values()",
  "print sorted(%.dict.items())",
  "for name in %:\n    print name, repr(%[name])",
  "for name, value in %.items():\n    print '%s: %s' % (name, value)",
  "print repr(%['Content-Length'])",
  "print int(%.get('Content-Length', 0))",
  "print int(%.getheader('Content-Length'))",
  "print %.getdate('Date'), %.getdate('Last-Modified')",
  "print %.getdate_tz('Date')",
  "print %.getallmatchingheaders('x-test')",
  "print repr(%.getfirstmatchingheader('x-fold'))",
  "print repr(%.getrawheader('x-test'))",
  "print repr(%.getencoding())",
  "print %.get('content-type', '').split(';')[0]",
  "if %.get('Content-Encoding') == 'gzip':\n    print 'packed'",
  "print repr(%.status), repr(%.unixfrom)",
];

const READS = [
  "print repr(%.read())",
  "print repr(%.read(5))",
  "print len(%.read())",
  "print repr(%.readline())",
  "for line in %:\n    print repr(line)",
  "print %.readlines()",
  "print repr(%.read(0))",
  "print repr(%.read(-1))",
  "print repr(%.readline(4))",
  "while True:\n    part = %.read(4)\n    if not part:\n        break\n    print repr(part)",
  "print %.read().strip()",
  "print %.read().splitlines()",
  "print json.loads(%.read())",
  "print json.load(%)",
  "print repr(zlib.decompress(%.read(), 31))",
  "print repr(gzip.GzipFile(fileobj=StringIO.StringIO(%.read())).read())",
  "print repr(%.read().decode('utf-8'))",
  "print re.findall(r'<title>(.*)</title>', %.read())",
  "print hashlib.md5(%.read()).hexdigest()",
  "print list(csv.reader(%))",
  "shutil.copyfileobj(%, sys.stdout)",
  "print sum(len(line) for line in %)",
  "print repr(%.next())",
  "%.close()",
];

const HTTP_ERROR = [
  "print %.code, repr(%.msg), %",
  "print repr(%.reason), %.args, repr(%)",
  "print repr(%.read())",
  "print repr(%.read(3)), repr(%.read())",
  "print %.geturl(), %.filename, %.url",
  "print %.getcode(), %.errno, %.strerror",
  "print sorted(%.headers.items())",
  "print %.hdrs.getheader('X-Test')",
  "print repr(str(%.info()))",
  "print %.headers.get('Retry-After'), %.message",
  "print hasattr(%, 'reason'), hasattr(%, 'code'), isinstance(%, IOError)",
  "for line in %:\n    print repr(line)",
  "%.close()",
  "if %.code == 404:\n    print 'missing'\nelif %.code >= 500:\n    print 'server'\nelse:\n    raise",
  "raise",
];

const URL_ERROR = [
  "print %",
  "print %.reason, %.args",
  "print repr(%.reason), repr(%)",
  "print isinstance(%.reason, socket.timeout), isinstance(%.reason, socket.error)",
  "print hasattr(%, 'code'), hasattr(%, 'reason')",
  "print %.errno, %.strerror, repr(%.message)",
  "if hasattr(%, 'code'):\n    print %.code\nelif hasattr(%, 'reason'):\n    print %.reason",
  "if isinstance(%.reason, socket.error):\n    print %.reason.errno, %.reason.strerror",
  "if 'refused' in str(%.reason):\n    print 'refused'",
];

const SOCKET_ERROR = [
  "print %",
  "print %.args, repr(%)",
  "print %.errno, %.strerror, %.message",
  "print %.errno == errno.ECONNRESET",
  "print %[0]",
  "print 'reset' in str(%), 'timed out' in str(%)",
];

const HTTP_EXCEPTION = [
  "print %.__class__.__name__, %",
  "print type(%).__name__, repr(%), %.args",
  "print isinstance(%, httplib.BadStatusLine), isinstance(%, httplib.IncompleteRead)",
  "print repr(str(%)), repr(%.message)",
  "if isinstance(%, httplib.IncompleteRead):\n    print repr(%.partial), %.expected\nelse:\n    raise",
  "if isinstance(%, httplib.BadStatusLine):\n    print repr(%.line)",
];

const RESPONSE = [
  "print %.status, repr(%.reason), %.version",
  "print sorted(%.getheaders())",
  "print repr(%.getheader('X-Test')), %.getheader('x-none', 'd')",
  "print repr(%.getheader('Content-Length'))",
  "print %.isclosed()",
  "print sorted(%.msg.items())",
  "print %.msg",
  "print repr(%.msg['content-type'])",
  "print %.will_close",
];

const RESPONSE_READS = [
  "print repr(%.read())",
  "print repr(%.read(5))",
  "print len(%.read())",
  "print repr(%.read(0))",
  "while True:\n    part = %.read(4)\n    if not part:\n        break\n    print repr(part)",
  "print json.loads(%.read())",
  "print repr(%.read().decode('utf-8'))",
  "print repr(gzip.GzipFile(fileobj=StringIO.StringIO(%.read())).read())",
  "print hashlib.md5(%.read()).hexdigest()",
  "%.close()",
];

const PAGE_READS = READS;

const lists = {
  ANSWER,
  HEADERS,
  READS,
  HTTP_ERROR,
  URL_ERROR,
  SOCKET_ERROR,
  HTTP_EXCEPTION,
  RESPONSE,
  RESPONSE_READS,
  PAGE_READS,
} as const;

/** Some lines of one kind, about a variable. */
export const views = (g: Choices, kind: keyof typeof lists, variable: string, most = 2): string[] =>
  g
    .several(1, most, () => g.pick<string>(lists[kind]))
    .flatMap((text) => text.replace(/%(?=[.\n:,)[ ]|$)(?! \()/gm, variable).split("\n"));
