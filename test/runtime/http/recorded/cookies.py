# -*- coding: utf-8 -*-
"""Writes what CPython 2.7's cookielib does with dates and cookies, those of its own tests among them: `python2.7 cookies.py > cookies.json`."""
import cookielib
import json
import time
import urllib2
from StringIO import StringIO
from httplib import HTTPMessage

NOW = 1448800000  # 29 November 2015
time.time = lambda: NOW

DATES = ['Thu, 03 Feb 1994 00:00:00 GMT', 'Thursday, 03-Feb-94 00:00:00 GMT', 'Thursday, 03-Feb-1994 00:00:00 GMT', '03 Feb 1994 00:00:00 GMT',
         '03-Feb-1994 00:00:00 GMT', '03-Feb-1994 00:00 GMT', '03-Feb-1994 00:00', '03-Feb-94 00:00:00 GMT', '03-Feb-94 00:00', '03-Feb-94',
         '03-Feb-1994', '03 Feb 1994 00:00', '03 Feb 1994', '03 Feb 94', '3 Feb 1994', 'Feb 03 1994', '02-03-94  12:00AM', '11-15-96  04:52PM',
         '1996-01-24', '03/Feb/1994:00:00:00 -0700', '03/Feb/1994:00:00:00 +0130', '03/Feb/1994', 'Wed Feb  9 1994', 'Wed, 09 Feb 1994 22:23:32 GMT',
         'Wednesday, 09-Feb-94 22:23:32 GMT', 'Wed, 09 Foo 1994 22:23:32 GMT', 'Wed, 9 Feb 1994 22:23:32 GMT', '09 Feb 1994 22:23:32 GMT',
         'Garbage', 'Mandag 16. September 1996', '01-00-1980', '01-13-1980', '00-01-1980', '32-01-1980', '01-01-1980 25:00:00', '01-01-1980 00:61:00',
         '01-01-1980 00:00:62', '01-01-1980 24:00:00', '31-Feb-2001', '', ' ', '0', 'Wed', 'wed, 09 feb 1994 22:23:32 gmt', 'Wed, 09 Feb 69 22:23:32 GMT',
         '09-Feb-65', '09-Feb-66', '09-Feb-15', '09-Feb-00', '09-Feb-0', '09-Feb-999', '09-Feb-1969', '09-Feb-9999 01:02:03 GMT', '09-Feb-10000',
         '03 Feb 1994 00:00:00 PST', '03 Feb 1994 00:00:00 +1', '03 Feb 1994 00:00:00 +01:00', '03 Feb 1994 00:00:00 UT', '03 Feb 1994 00:00:00 Z',
         '03 Feb 1994 00:00:00 (CET)', '03 Feb 1994 00:00:00 GMT (CET)', '03 Feb 1994 00:00:00 AM', '03 Feb 1994 1:2:3', '03 Feb 1994 01:02:03.5',
         '03 February 1994', '3-2-1994', '03 Feb 1994 00:00:00 -9999', '03 Feb 1994 00:00:00 0100', '03 Feb 1994\t01:02', 'Sunday 03 Feb 1994', 'Sun03 Feb 1994',
         'Mon, 01 Jan 1970 00:00:00 GMT', 'Tue, 19 Jan 2038 03:14:08 GMT', '29-Feb-2000', '29-Feb-1900']
ISO = ['1994-02-03 14:15:29 -0100', '1994-02-03 14:15:29', '1994-02-03', '1994-02-03T14:15:29', '19940203T141529Z', '19940203', '1994-02-03 14:15',
       '1994-02-03 14:15:29Z', '1994-02-03 14:15:29.5', '94-02-03', '1994/02/03', '1994-2-3', '1994-13-03', '1994-02-32', '', 'x', '1994-02-03 14:15:29 UTC',
       '1994-02-03-14:15:29', '1994-02-03 14:15:29 +01:30', '1969-02-03', '2038-02-03 24:00:00', ' 1994-02-03', '1994-02-03 14:15:29 +1']

A = 'http://www.acme.com/'
FAR = 'expires=Wed, 09-Nov-2044 23:12:40 GMT'
PAST = 'expires=Wed, 09-Nov-1999 23:12:40 GMT'
#: One after the other in one jar: the URL of each request, the fields of its answer.
VISITS = [
    [(A, ['boo']), (A, [])],
    [(A, ['eggs']), (A, ['"spam"; path=/foo/']), (A + 'foo/', []), (A, [])],
    [(A, ['spam=eggs; DoMain=.acme.com; port; blArgh="feep"']), (A, ['ni=ni; port=80,8080']), ('http://www.acme.com:80/', ['nini=ni']),
     ('http://www.acme.com:80/', ['foo=bar; expires=']), ('http://www.acme.com:80/', ['spam=eggs; expires="Foo Bar 25 33:22:11 3022"']), (A, []),
     ('http://www.acme.com:1234/', [])],
    [(A, ['expires=eggs']), (A, ['version=eggs; spam=eggs']), (A, [])],
    [(A, ['spam="bar"; ' + FAR]), (A, ['foo="eggs"; ' + PAST]), (A, ['spam=; ' + PAST]), (A, [])],
    [(A, ['eggs="bar"; ' + FAR, 'bar="bar"; max-age=100']), (A, ['eggs=x; Max-Age=0']), (A, [])],
    [(A, ['a=b; max-age']), (A, ['a=b; max-age=x', 'c=d']), (A, ['e=f; expires=Wed, 09 Foo 2044 22:23:32 GMT', 'g=h']), (A, [])],
    [(A, ['spam="bar"']), (A + 'blah', ['eggs="bar"']), (A + 'blah/rhubarb', ['ni="bar"']), (A + 'blah/rhubarb/', ['x="bar"']), (A + 'blah/rhubarb/y?q=/z', [])],
    [('http://example.com/?spam/eggs', ['spam="bar"']), ('http://example.com/', []), ('http://example.com?x', [])],
    [('http://foo.net/foo%2f%25/<<%0anew\xc3\xa5/%3f', ['x=y; path=/foo%2f%25/<<%0anew\xc3\xa5']), ('http://foo.net/foo%2F%25/%3C%3C%0Anew%C3%A5/%3F', [])],
    [(A, ['a=1; domain=acme.com']), (A, ['b=2; domain=.acme.com']), (A, ['c=3; domain=www.acme.com']), (A, ['d=4; domain=.com']), (A, ['e=5; domain=other.com']),
     (A, ['f=6; domain=x.www.acme.com']), ('http://acme.com/', []), ('http://x.www.acme.com/', []), ('http://xacme.com/', []), (A, [])],
    [('http://foo/', ['a=1']), ('http://foo/', ['b=2; domain=foo']), ('http://foo/', ['c=3; domain=.local']), ('http://foo/', ['d=4; domain=foo.local']), ('http://foo/', [])],
    [('http://192.0.2.1/', ['a=1']), ('http://192.0.2.1/', ['b=2; domain=192.0.2.1']), ('http://192.0.2.1/', ['c=3; domain=.2.1']), ('http://192.0.2.1/', [])],
    [('https://www.acme.com/', ['a=1; secure', 'b=2; Secure=x', 'c=3']), (A, []), ('https://www.acme.com/', [])],
    [(A, ['a=1; HttpOnly; SameSite=Lax; foo']), (A, ['a=2; path=/; path=/x']), (A, ['=v; path=/', ';a=b', 'c = d ; path = /', 'e="f;g"; path=/', 'h=i=j']), (A, [])],
    [(A, ['a=1; path=/foo']), (A + 'foo', []), (A + 'foobar', []), (A + 'foo/bar', []), (A + 'foo?x', []), (A + 'fo', [])],
    [(A + 'a/b', ['x=1; path=/other', 'y=2; path=', 'z=3; path=a', 'w=4; path']), (A + 'a/b', []), (A + 'other', [])],
    [(A, ['a=1; port="80,8080"', 'b=2; port="8080"', 'c=3; port']), (A, []), ('http://www.acme.com:8080/', [])],
    [(A, ['a=1; version=1', 'b=2; version="1"; path="/"', 'c=3; version=2', 'd=4; version=x']), (A, [])],
    [(A, ['a=1; comment=hi; commenturl=u; discard', 'b=2; discard=; ' + FAR, 'c=3; comment']), (A, [])],
    [(A, ['a=1, b=2', 'c=3; ' + FAR + ', d=4']), (A, [])],
    [(A, ['sid=1; path=/', 'sid=2; path=/a', 'sid=3; path=/a/b']), (A + 'a/b/c', []), (A + 'a', [])],
    [(A, ['k%d=%d' % (i, i) for i in range(25)]), (A, [])],
    [(A, ['caf\xc3\xa9=\xc3\xa9']), (A, [])],
    [('http://www.acme.co.uk/', ['a=1; domain=.co.uk', 'b=2; domain=.acme.co.uk']), ('http://www.acme.co.uk/', []), ('http://other.co.uk/', [])],
    [('HTTP://WWW.ACME.COM/', ['a=1']), (A, []), ('http://www.acme.com./', [])],
]
POLICIES = [{}, {'blocked_domains': ['acme.com', '.other.com']}, {'allowed_domains': ['.acme.com']}, {'strict_ns_domain': 1}, {'strict_ns_domain': 2},
            {'strict_ns_domain': 4}, {'strict_domain': True}, {'strict_ns_set_path': True}, {'strict_ns_set_initial_dollar': True}, {'netscape': False}]


class Answer(object):
    def __init__(self, fields):
        self.message = HTTPMessage(StringIO(''.join('Set-Cookie: %s\r\n' % field for field in fields) + '\r\n'))

    def info(self):
        return self.message


def result(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return {'error': type(error).__name__, 'str': str(error)}


def visit(jar, url, fields):
    request = urllib2.Request(url)
    jar.add_cookie_header(request)
    jar.extract_cookies(Answer(fields), request)
    return request.get_header('Cookie')


def described(jar):
    return [[c.version, c.name, c.value, c.port, c.port_specified, c.domain, c.domain_specified, c.domain_initial_dot, c.path, c.path_specified,
             c.secure, c.expires, bool(c.discard), c.comment, c.comment_url, c.rfc2109, sorted(c._rest.items())] for c in jar]


def play(policy, visits):
    jar = cookielib.CookieJar(cookielib.DefaultCookiePolicy(**policy))
    return {'sent': [visit(jar, url, fields) for url, fields in visits], 'jar': described(jar)}


def text(value):
    if isinstance(value, str):
        return value.decode('latin-1')
    if isinstance(value, dict):
        return dict((text(key), text(item)) for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return [text(item) for item in value]
    return value


if __name__ == '__main__':
    import warnings
    warnings.simplefilter('ignore')
    cookielib._warn_unhandled_exception = lambda: None
    tables = [('dates', [[date, result(cookielib.http2time, date)] for date in DATES]),
              ('iso', [[date, result(cookielib.iso2time, date)] for date in ISO]),
              ('visits', [[policy, visits, result(play, policy, visits)] for policy in POLICIES for visits in VISITS])]
    print '{"now": %d' % NOW
    for name, rows in tables:
        print ', "%s": [' % name
        print ',\n'.join(json.dumps(text(row), sort_keys=True) for row in rows)
        print ']'
    print '}'
