"""Writes what CPython 2.7's cookielib and urllib2 give for tables of arguments: `python2.7 openers.py > openers.json`."""
import cookielib
import json
import StringIO
import sys
import urllib
import urllib2
import httplib

DATES = ['Wed, 09 Feb 1994 22:23:32 GMT', 'Tuesday, 08-Feb-94 14:15:29 GMT', 'Tuesday, 08-Feb-1994 14:15:29 GMT', '09 Feb 1994 22:23:32 GMT',
         '08-Feb-94 14:15:29 GMT', '08-Feb-1994 14:15:29 GMT', 'Wed, 09 Feb 1994 22:23:32', '9 Feb 1994', '09/Feb/1994', 'Wed 9 feb 1994 1:02',
         'Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 01 Jan 1969 00:00:00 GMT', 'Mon, 31 Feb 2005 10:00:00 GMT', 'Mon, 32 Jan 2005 10:00:00 GMT', '',
         'garbage', '0', 'Wed, 09 Foo 1994 22:23:32 GMT', '09 2 1994 22:23:32 GMT', '09 13 1994', 'Sat, 01 Jan 2000 24:00:00 GMT',
         'Sat, 01 Jan 2000 25:00:00 GMT', 'Sat, 01 Jan 2000 10:60:00 GMT', '03 Feb 1994 12:33:02 -0800', '03 Feb 1994 12:33:02 +01:00',
         '03 Feb 1994 12:33:02 EST', '03 Feb 1994 12:33:02 (GMT)', '03 Feb 1994 12:33:02 GMT (x)', 'Sun Nov  6 08:49:37 1994', 'Sun, 06-Nov-2094 08:49:37 UTC',
         '06 Nov 1994 10:11 PM', '1994-11-06', ' Wed, 09 Feb 1994 22:23:32 GMT ', 'wednesday,09 feb 1994 22:23:32 gmt', '06 Nov 70 08:49:37 GMT',
         '06 Nov 99 08:49:37 GMT', '06 Nov 1994 8:49', '6-Nov-2037 08:49:37 Z', '06 November 1994 08:49:37 GMT', 'Wed, 09 Feb 9999 22:23:32 GMT']
ISO = ['1994-02-03 14:15:29 -0100', '1994-02-03 14:15:29', '1994-02-03', '1994-02-03T14:15:29', '19940203T141529Z', '19940203', '2098-01-01 00:00:00Z',
       '1994-2-3', '1994-02-03 14:15', '1994-02-03 14:15:29.5Z', '1994-13-03', 'x', '', '1994-02-03 14:15:29 +01:30', '1969-01-01']
FUTURE = 'expires=Wed, 01 Jan 2098 00:00:00 GMT'
PAST = 'expires=Thu, 01 Jan 1998 00:00:00 GMT'
NEXT = ['http://www.acme.com/', 'http://www.acme.com/foo/bar', 'http://www.acme.com/foobar', 'https://www.acme.com/foo/', 'http://acme.com/', 'http://x.www.acme.com/foo/',
        'http://www.acme.com:8080/foo/x', 'http://evil.com/', 'http://notacme.com/', 'http://localhost/', 'http://127.0.0.1/', 'http://27.0.0.1/']
JARS = [
    ('http://www.acme.com/', ['a=1']),
    ('http://www.acme.com/foo/bar', ['a=1', 'b=2; path=/', 'c=3; path=/foo', 'd=4; path=/foo/', 'e=5; path=/fo', 'f=6; Path="/foo"']),
    ('http://www.acme.com/', ['a=1; domain=.acme.com', 'b=2; domain=acme.com', 'c=3; domain=www.acme.com', 'd=4; domain=.com', 'e=5; domain=evil.com', 'f=6; domain=', 'g=7; domain', 'h=8; domain=.local']),
    ('http://www.acme.com/', ['a=1; ' + FUTURE, 'b=2; ' + PAST, 'c=3; Max-Age=0', 'd=4; expires=nonsense', 'e=5; expires', 'f=6; expires="Wed, 01 Jan 2098 00:00:00 GMT"', 'g=7; max-age=x']),
    ('http://www.acme.com/', ['a=1; secure', 'b=2; HttpOnly', 'c=3; discard; ' + FUTURE, 'd=4; SameSite=Lax; x=y; secure', 'e=5; Secure=']),
    ('https://www.acme.com/foo/', ['s=1; secure', 't=2']),
    ('http://www.acme.com/', ['a', '=b', '', ';', 'c=', 'd=1=2', ' e = f ', 'g="h i"', 'j=k;;l=m', 'n=o; path', 'p=q; version', 'r=\xc3\xa9', 'a=again']),
    ('http://www.acme.com/', ['a=1; version=1; path=/foo', 'b="2"; Version="1"', 'c=3; version=2', 'd=4; version=x', 'e=5; version=0']),
    ('http://www.acme.com/', ['a=1; port', 'b=2; port="80,8080"', 'c=3; port=8080', 'd=4; port=x', 'e=5; port=""']),
    ('http://www.acme.com:8080/foo/x', ['a=1; port', 'b=2; port="80, 8080"']),
    ('http://www.acme.com/', ['a=1; max-age', 'b=2']),
    ('http://localhost/', ['a=1', 'b=2; domain=localhost', 'c=3; domain=.local', 'd=4; domain=localhost.local']),
    ('http://127.0.0.1/a/b', ['a=1', 'b=2; domain=127.0.0.1', 'c=3; domain=.0.0.1', 'd=4; domain=27.0.0.1']),
    ('http://www.acme.com/a%2fb c/d', ['a=1', 'b=2; path=/a%2fb c', 'c=3; path=foo']),
    ('http://WWW.Acme.COM/', ['a=1; Domain=.ACME.com']),
    ('http://www.acme.com/', ['b=2; path=/foo/bar', 'a=1', 'z=26; path=/foo', 'k=11; domain=.acme.com', 'm=13', 'x=24; path=/foo']),
    ('http://www.acme.com/', ['a=1', 'a=; ' + PAST]),
    ('http://www.acme.com/', ['a=1, b=2; path=/foo']),
    ('http://acme.com?x', ['a=1']),
]
POLICIES = [
    {'strict_domain': True}, {'strict_ns_domain': 1}, {'strict_ns_domain': 2}, {'strict_ns_domain': 3}, {'strict_ns_domain': 4},
    {'strict_ns_set_path': True}, {'strict_ns_set_initial_dollar': True}, {'blocked_domains': ['.acme.com']}, {'blocked_domains': ['acme.com']},
    {'allowed_domains': ['.acme.com']}, {'allowed_domains': []}, {'netscape': False}, {'strict_ns_unverifiable': True},
]
WORDS = ['foo="bar"; port="80,81"; discard, bar=baz', 'text/html; charset="iso-8859-1"', r'Basic realm="\"foo\bar\""', 'a b=c,, d', '', '=', ';;a', 'a="b', 'a = "b c" ; d']
CHALLENGES = ['Basic realm="x"', "basic realm='x y'", 'Basic realm=x', 'Digest realm="a", nonce="b", Basic realm="c"', 'Basic realm="c", Digest realm="a", nonce="b"',
              'Basic  realm="x"', 'Basic realm="a, b"', 'Basic, realm="x"', 'realm="x"', 'Basic', '', 'Negotiate, Basic realm="x"', 'Basic\trealm="x"', 'Basic charset="u", realm="x"',
              'Basic realm="x\'y"', 'Basic realm=""', 'BASIC REALM="X"', 'a realm="1" b realm="2"', ',Basic realm="x"', 'Basic realm="x', 'foo Basic realm="x"', 'Basic realm="a" , Foo realm="b"']
DIGESTS = ['realm="a", nonce="b,c", qop=auth', 'a="x\\"y", b=z', 'a=b=c', 'a', '', 'a="b"c, d=""', 'a= b , c ="d"']
PASSWORDS = [
    ([('r', 'http://h/a', 'u1', 'p1'), ('r', 'http://h/', 'u2', 'p2'), (None, 'http://h:80/b', 'u3', 'p3')], [('r', 'http://h/a/b'), ('r', 'http://h/x'), ('q', 'http://h/b/c'), ('r', 'http://h:80/a'), ('r', 'http://h:8080/a')]),
    ([(None, 'h', 'u', 'p')], [('x', 'http://h/'), ('x', 'http://h:80/a'), ('x', 'https://h/'), ('x', 'h'), ('x', 'h:80')]),
    ([(None, 'h:8080', 'u', 'p')], [('x', 'http://h:8080/x'), ('x', 'http://h/'), ('x', 'h:8080')]),
    ([(None, ['http://a/', 'http://b/c'], 'u', 'p')], [('x', 'http://a/z'), ('x', 'http://b/cd'), ('x', 'http://b/')]),
    ([('x', 'https://h', 'u', 'p')], [('x', 'https://h/y'), ('x', 'https://h:443/y'), ('x', 'http://h/y'), ('z', 'https://h/')]),
]
PROXIES = ['proxy.example.com', 'proxy.example.com:3128', 'joe:password@proxy.example.com', 'http://proxy.example.com/', 'http://joe:pw@proxy.example.com:3128',
           'ftp://joe:pw@proxy.example.com/rubbish:3128', 'file:/x', 'HTTP://P:1/', 'http://joe@p', 'http://a:b:c@p', 'http://u@v:w@p', '', 'http://', '//p:1/x', 'http://j%40e:p%C3%A9w@h%2e:1', 'http://:p@h', 'http://u:@h']
BYPASS = [('h.com', 'h.com'), ('h.com:80', 'h.com'), ('a.h.com', 'h.com'), ('a.h.com', '.h.com'), ('ah.com', 'h.com'), ('h.com', '*'), ('h.com', 'x, h.com ,y'),
          ('h.com', ''), ('H.com', 'h.COM'), ('h.com:80', 'h.com:80'), ('h.com:81', 'h.com:80'), ('h.com', '.h.com'), ('127.0.0.1', '0.0.1'), ('h.com', 'h*')]


class Answer(object):
    def __init__(self, headers):
        self.message = httplib.HTTPMessage(StringIO.StringIO(''.join('Set-Cookie: %s\r\n' % h for h in headers) + '\r\n'))

    def info(self):
        return self.message


def jar(url, headers, options={}):
    made = cookielib.CookieJar(cookielib.DefaultCookiePolicy(**options))
    request = urllib2.Request(url, unverifiable=True, origin_req_host='www.other.com')
    stderr, sys.stderr = sys.stderr, StringIO.StringIO()
    made.extract_cookies(Answer(headers), request)
    sys.stderr = stderr
    sent = []
    for target in NEXT:
        later = urllib2.Request(target)
        made.add_cookie_header(later)
        sent.append(later.get_header('Cookie'))
    lwp = cookielib.LWPCookieJar()
    for cookie in made:
        lwp.set_cookie(cookie)
    return {'cookies': [repr(c) for c in made], 'text': str(made), 'sent': sent, 'lwp': lwp.as_lwp_str()}


def realm(challenge):
    found = urllib2.AbstractBasicAuthHandler.rx.search(challenge)
    return found and {'scheme': found.group(1), 'realm': found.group(3)}


def passwords(added, asked):
    given = []
    for manager in urllib2.HTTPPasswordMgr(), urllib2.HTTPPasswordMgrWithDefaultRealm():
        for row in added:
            manager.add_password(*row)
        given.append([manager.find_user_password(*row) for row in asked])
    return given


def digest(text):
    parts = urllib2.parse_http_list(text)
    return sorted(urllib2.parse_keqv_list(parts).items())


class Parent(object):
    def open(self, *args, **kwargs):
        return None


def proxy(text):
    scheme = urllib2._parse_proxy(text)[0]
    handler = urllib2.ProxyHandler({})
    handler.parent = Parent()
    request = urllib2.Request('http://h/')
    request.timeout = None
    handler.proxy_open(request, text, 'http')
    return {'scheme': scheme, 'host': request.host, 'credentials': request.headers.get('Proxy-authorization')}


def bypass(host, listed):
    return bool(urllib.proxy_bypass_environment(host, {'no': listed} if listed else {}))


def result(call, *args):
    try:
        return {'value': call(*args)}
    except Exception as error:
        return {'error': type(error).__name__}


def text(value):
    if isinstance(value, str):
        return value.decode('latin-1')
    if isinstance(value, dict):
        return dict((text(key), text(item)) for key, item in value.items())
    return [text(item) for item in value] if isinstance(value, (list, tuple)) else value


TABLES = [
    ('date', cookielib.http2time, [(d,) for d in DATES]),
    ('isoDate', cookielib.iso2time, [(d,) for d in ISO]),
    ('jar', jar, JARS + [row + (options,) for options in POLICIES for row in JARS[:6] + [('http://www.acme.co.uk/', ['a=1; domain=.co.uk', '$b=2'])]]),
    ('words', lambda line: cookielib.split_header_words([line]), [(w,) for w in WORDS]),
    ('joined', lambda line: [cookielib.join_header_words([words]) for words in cookielib.split_header_words([line])], [(w,) for w in WORDS]),
    ('realm', realm, [(c,) for c in CHALLENGES]),
    ('passwords', passwords, PASSWORDS),
    ('digest', digest, [(d,) for d in DIGESTS]),
    ('proxy', proxy, [(p,) for p in PROXIES]),
    ('bypass', bypass, BYPASS),
]
recorded = dict((name, [[list(row), result(call, *row)] for row in rows]) for name, call, rows in TABLES)
print json.dumps(text(recorded), indent=1, sort_keys=True, separators=(',', ': '))
