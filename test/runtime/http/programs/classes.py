"""Exceptions by hand and as the network raises them (contract 2 and 3)."""
import errno
import httplib
import os
import socket
import ssl
import urllib
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']
REFUSED = 'http://127.0.0.1:' + os.environ['REFUSED']


def kind(e):
    print isinstance(e, IOError), isinstance(e, EnvironmentError), isinstance(e, socket.error), isinstance(e, urllib2.URLError),
    print isinstance(e, ValueError), isinstance(e, httplib.HTTPException), isinstance(e, socket.timeout), isinstance(e, ssl.SSLError)


def kinds():
    kind(urllib2.URLError('x'))
    kind(urllib2.HTTPError('http://h/', 404, 'Not Found', {}, None))
    kind(socket.error(1, 'x'))
    kind(socket.timeout('timed out'))
    kind(socket.gaierror(-2, 'x'))
    kind(ssl.SSLError(1, 'x'))
    kind(ssl.CertificateError('x'))
    kind(httplib.BadStatusLine('x'))
    kind(httplib.IncompleteRead('x'))
    kind(httplib.InvalidURL('x'))
    kind(urllib.ContentTooShortError('x', None))


def urlerror():
    e = urllib2.URLError('why')
    print str(e), repr(e), e.args, e.reason, e.errno
    e = urllib2.URLError(socket.error(111, 'Connection refused'))
    print str(e), repr(e), e.reason, e.reason.errno
    e = urllib2.URLError(socket.timeout('timed out'))
    print str(e), repr(e), isinstance(e.reason, socket.timeout)
    print hasattr(e, 'code'), hasattr(e, 'reason')


def httperror():
    e = urllib2.HTTPError('http://h/x', 503, 'Service Unavailable', {}, None)
    print str(e), repr(e), e.args, e.code, e.msg, e.reason, e.errno, e.filename
    print hasattr(e, 'code'), hasattr(e, 'reason')


def socketerrors():
    e = socket.error(104, 'Connection reset by peer')
    print str(e), repr(e), e.args, e.errno, e.strerror, e[0], e[1]
    number, text = e
    print number, text, number == errno.ECONNRESET
    late = socket.timeout('timed out')
    print str(late), repr(late), late.args, late.errno
    unknown = socket.gaierror(-2, 'Name or service not known')
    print str(unknown), repr(unknown), unknown.args, unknown.errno
    e = socket.error('just text')
    print str(e), repr(e), e.args, e.errno


def sslerrors():
    e = ssl.SSLError('The read operation timed out')
    print str(e), repr(e), e.args, e.errno
    e = ssl.SSLError(1, 'bad')
    print str(e), repr(e), e.args, e.errno
    e = ssl.CertificateError('no match')
    print str(e), repr(e), e.args


def httpexceptions():
    e = httplib.BadStatusLine('HTTP/1.1 2')
    print str(e), repr(e), e.args, e.line
    e = httplib.BadStatusLine('')
    print str(e), repr(e), e.line
    e = httplib.IncompleteRead('ab', 8)
    print str(e), repr(e), e.args, repr(e.partial), e.expected
    e = httplib.IncompleteRead('abc')
    print str(e), repr(e), e.expected
    e = httplib.InvalidURL("nonnumeric port: 'x'")
    print str(e), repr(e)
    e = httplib.HTTPException('got more than 100 headers')
    print str(e), repr(e)
    e = httplib.UnknownProtocol('HTTP/2.0')
    print str(e), repr(e), e.args


def tooshort():
    e = urllib.ContentTooShortError('too short', ('file', None))
    print str(e), e.content[0], isinstance(e, IOError)


def reasonfirst(path):
    try:
        response = urllib2.urlopen(path, timeout=0.4)
        print 'opened', response.code
        print 'read', len(response.read())
    except urllib2.URLError as e:
        if hasattr(e, 'reason'):
            print 'reason', str(e.reason), hasattr(e, 'code')
        elif hasattr(e, 'code'):
            print 'code', e.code


def classic():
    for name in ['status?code=404', 'status?code=503', 'rst-after-req', 'garbage-status', 'rst-mid-body', 'hdr-n?n=101',
                 'hang-mid-body', 'a b', 'trunc-cl', 'trunc-chunked', 'rst-mid-headers', 'hang', 'fin-before-byte', 'ok-cl']:
        try:
            reasonfirst(BASE + '/' + name)
        except Exception as e:
            print 'escapes', type(e).__name__, str(e)
    for url in [REFUSED + '/', 'http://nonexistent.invalid/', 'foo://h/', 'noscheme']:
        try:
            reasonfirst(url)
        except Exception as e:
            print 'escapes', type(e).__name__, str(e)


def codefirst():
    for url in [BASE + '/status?code=404', REFUSED + '/']:
        try:
            urllib2.urlopen(url)
        except urllib2.URLError as e:
            if hasattr(e, 'code'):
                print 'code', e.code
            elif hasattr(e, 'reason'):
                print 'reason', e.reason


def clauses():
    for path in ['/status?code=500', '/rst-after-req', '/fin-before-byte', '/hang', '/trunc-chunked', '/ok-cl']:
        try:
            print urllib2.urlopen(BASE + path, timeout=0.4).read()
        except urllib2.HTTPError, e:
            print 'HTTPError', e.code, e.msg, e.read()
        except urllib2.URLError, e:
            print 'URLError', e.reason
        except socket.timeout, e:
            print 'timeout', e
        except socket.error, (number, text):
            print 'socket.error', number, text
        except httplib.HTTPException, e:
            print 'HTTPException', e.__class__.__name__, e


def ioerrors():
    for path in ['/status?code=500', '/rst-after-req', '/fin-before-byte', '/hang', '/trunc-chunked']:
        try:
            print urllib2.urlopen(BASE + path, timeout=0.4).read()
        except IOError as e:
            print 'IOError', e.__class__.__name__, e
        except Exception as e:
            print 'other', e.__class__.__name__, e


def reasons():
    try:
        urllib2.urlopen(REFUSED + '/')
    except urllib2.URLError as e:
        print e.reason.errno == errno.ECONNREFUSED, e.reason[0], e.reason.args[1]
        print isinstance(e.reason, socket.error), isinstance(e.reason, socket.timeout)
        print 'refused' in str(e), 'Connection refused' in str(e.reason), e.errno
    try:
        urllib2.urlopen('http://nonexistent.invalid/')
    except urllib2.URLError as e:
        print isinstance(e.reason, socket.gaierror), e.reason
