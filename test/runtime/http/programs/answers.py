"""Answers at the edge of what HTTP is, such as CPython's own tests of httplib send."""
import httplib
import os
import urllib
import urllib2

HOST = '127.0.0.1:' + os.environ['PORT']
CHUNKED = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nhello worl\r\n1\r\nd\r\n'
VISIBLE = ''.join(map(chr, range(0x21, 0x7f)))
ANSWERS = [
    ('an empty name', 'HTTP/1.1 200 OK\r\nFirst: val\r\n: nval\r\nSecond: val\r\n\r\n'),
    ('lines without a colon', 'HTTP/1.1 200 OK\r\nPins: \npin="xxx=";\nreport="https://..."\r\nA: b\r\n\r\nbody'),
    ('a bare line feed', 'HTTP/1.1 200 OK\r\nA: b\r\n\nbody'),
    ('a bare return', 'HTTP/1.1 200 OK\r\n\rName: value\r\nA: b\r\n\r\nbody'),
    ('no fields and no end', 'HTTP/1.0 200 OK\r\n'),
    ('lines of a mailbox', 'HTTP/1.1 200 OK\r\nFrom start\r\n continued\r\nName: value\r\nFrom middle\r\n continued\r\n'
                           'Transfer-Encoding: chunked\r\nFrom end\r\n\r\n4\r\nbody\r\n0\r\n\r\n'),
    ('a mailbox that looks like a field', 'HTTP/1.0 200 OK\r\nFrom x: y\r\nFrom z: y\r\n goes on\r\nA: b\r\n\r\nbody'),
    ('an empty name that goes on', 'HTTP/1.0 200 OK\r\nA: b\r\n: c\r\n d\r\n\r\nbody'),
    ('all that is visible', 'HTTP/1.1 200 OK\r\n!#$%&\'*+-.^_`|~: value\r\nVCHAR: ' + VISIBLE + '\r\nfold: text\r\n'
                            ' with space\r\n\twith tab\r\nContent-Length: 0\r\n\r\n'),
    ('no length', 'HTTP/1.1 200 Ok\r\n\r\nText'),
    ('a length', 'HTTP/1.1 200 Ok\r\nContent-Length: 4\r\n\r\nText'),
    ('too short', 'HTTP/1.1 200 Ok\r\nContent-Length: 10\r\n\r\nText'),
    ('a negative length', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nHello\r\n'),
    ('a length in words', 'HTTP/1.1 200 OK\r\nContent-Length: nine\r\n\r\nText'),
    ('a status with a point', 'HTTP/1.1 400.100 Not Ok\r\n\r\nText'),
    ('a status without a reason', 'HTTP/1.1 200\r\n\r\nText'),
    ('a low status', 'HTTP/1.1 099 Low\r\n\r\nText'),
    ('a high status', 'HTTP/1.1 1000 High\r\n\r\nText'),
    ('an interim answer', 'HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nText'),
    ('a body where there is none', 'HTTP/1.1 204 No Content\r\n\r\nText'),
    ('chunks', CHUNKED + '0\r\n\r\n'),
    ('chunks without a last line', CHUNKED + '0\r\n'),
    ('chunks that are cut', CHUNKED),
    ('chunks that go wrong', CHUNKED + 'foo\r\n'),
    ('extensions and trailers', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;ext=1\r\nab\r\n0\r\nX: y\r\n\r\n'),
    ('an empty line first', '\r\nHTTP/1.1 200 OK\r\n\r\nText'),
    ('a version of long ago', 'HTTP/0.9 200 OK\r\nContent-Length: 2\r\n\r\nText'),
    ('another version', 'HTTP/2.0 200 OK\r\n\r\nText'),
    ('a stream of music', 'ICY 200 OK\r\nX: y\r\n\r\nText'),
    ('no head', '1\r\n2\n3\r\n'),
    ('a long line', 'HTTP/1.1 200 OK\r\nX: ' + 'x' * 65536 + '\r\n\r\n'),
    ('many fields', 'HTTP/1.1 200 OK\r\n' + 'A: b\r\n' * 101 + '\r\n'),
]


def path(answer):
    # Letters for hexadecimal digits: among digits a port would be found.
    return '/said?letters=' + ''.join([chr(97 + ord(c) / 16) + chr(97 + ord(c) % 16) for c in answer])


def told(response):
    print response.status, repr(response.reason), response.version, response.isclosed()
    for name, value in response.getheaders():
        print '  %s: %s' % (name, value.replace('\n', '|'))
    print len(response.msg.headers), response.getheader('a'), response.getheader('none', 'nothing')


def answered(method):
    for name, answer in ANSWERS:
        print name
        connection = httplib.HTTPConnection(HOST)
        connection.request(method, path(answer))
        try:
            response = connection.getresponse()
            told(response)
            print repr(response.read()), response.isclosed()
        except httplib.IncompleteRead, e:
            print 'incomplete', repr(e.partial), e.expected, str(e), response.isclosed()
        except httplib.HTTPException, e:
            print e.__class__.__name__, str(e)
        connection.close()


def whole():
    answered('GET')


def head():
    answered('HEAD')


def parts():
    for name, answer in ANSWERS:
        print name
        connection = httplib.HTTPConnection(HOST)
        connection.request('GET', path(answer))
        try:
            response = connection.getresponse()
            piece = response.read(2)
            while piece:
                print repr(piece), response.isclosed()
                piece = response.read(2)
            print response.isclosed(), repr(response.read())
        except httplib.HTTPException, e:
            print e.__class__.__name__, str(e)
        connection.close()


def nothing():
    for answer in ['HTTP/1.1 200 Ok\r\n\r\nText', 'HTTP/1.1 200 Ok\r\nContent-Length: 4\r\n\r\nText']:
        connection = httplib.HTTPConnection(HOST)
        connection.request('GET', path(answer))
        response = connection.getresponse()
        print repr(response.read(0)), response.isclosed(), repr(response.read(3)), repr(response.read(0))
        print repr(response.read()), response.isclosed()


def opened():
    for name, answer in ANSWERS:
        print name
        try:
            response = urllib2.urlopen('http://' + HOST + path(answer))
            info = response.info()
            print response.code, response.msg, info.gettype(), info.getheader('Content-Length'), len(info.headers)
            print repr(response.readline()), repr(response.read(1)), repr(response.read()), response.readlines()
        except httplib.HTTPException, e:
            print e.__class__.__name__, str(e)


def overlines():
    for name, answer in ANSWERS:
        print name
        try:
            response = urllib.urlopen('http://' + HOST + path(answer))
            print response.getcode(), response.info().gettype(), [line.strip() for line in response.info().headers[:4]]
            for line in response:
                print repr(line)
        except httplib.HTTPException, e:
            print e.__class__.__name__, str(e)
        except IOError, e:
            print 'IOError', e.args[:3]


def withnext():
    for answer in ['ICY 200 OK\r\nX: y\r\n', 'HTTP/1.0 200 OK\r\n\r\none\ntwo\n']:
        print repr(urllib.urlopen('http://' + HOST + path(answer)).next())
        print repr(urllib.urlopen('http://' + HOST + path(answer)).readline())
        print urllib.urlopen('http://' + HOST + path(answer)).readlines()
        response = urllib.urlopen('http://' + HOST + path(answer))
        print repr(response.readline())
        print [line for line in response]
