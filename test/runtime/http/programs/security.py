"""Where Python was careless, and where it is not."""
import os
import urllib
import urllib2
import httplib

BASE = 'http://127.0.0.1:' + os.environ['PORT']
OTHER = 'http://127.0.0.1:' + os.environ['OTHER']
LOCAL = 'http://localhost:' + os.environ['PORT']
HOST = '127.0.0.1:' + os.environ['PORT']


def attempt(make):
    try:
        print make()
    except Exception as e:
        print type(e).__name__, e


def headervalues():
    for value in ['a\r\nInjected: 1', 'a\nInjected: 1', 'a\rb', 'a\r\n', 'a\n', 'a\r\n folded', 'a\x00b', 'a\tb']:
        attempt(lambda: urllib2.urlopen(urllib2.Request(BASE + '/echo', headers={'X-Test': value})).read())


def headernames():
    for name in ['X:Y', 'X\nY', 'X\r\nY: z', ' X', 'X Y', '']:
        attempt(lambda: urllib2.urlopen(urllib2.Request(BASE + '/echo', headers={name: 'v'})).read())


def paths():
    for path in ['/echo\r\nX-Inj: 1', '/echo HTTP/1.1\r\nX: 1\r\n\r\nGET /b', '/echo\x00', '/echo\x7f', '/ech\xc3\xa9', '/echo?a=\nb', '/echo#\r\nX: 1']:
        attempt(lambda: urllib2.urlopen(BASE + path).read())


def hosts():
    for host in ['127.0.0.1\r\nX: 1', '127.0.0.1 x', 'a\tb', '127.0.0.1%0d%0aX:1', '127.0.0.1:80\r\nX']:
        attempt(lambda: urllib2.urlopen('http://' + host + '/echo').read())


def ofurllib():
    for path in ['/echo\r\nX-Inj: 1', '/echo x', '/echo\x7f']:
        attempt(lambda: urllib.urlopen(BASE + path).read())


def ofhttplib():
    def ask(method, path, headers):
        connection = httplib.HTTPConnection(HOST)
        connection.request(method, path, None, headers)
        return connection.getresponse().read()
    attempt(lambda: ask('GET', '/echo\r\nX: 1', {}))
    attempt(lambda: ask('GET', '/echo', {'A': 'b\r\nC: d'}))
    attempt(lambda: ask('GET', '/echo', {'A\r\nB': 'c'}))


def localfiles():
    for where in ['file:///etc/passwd', 'ftp://127.0.0.1:1/x', 'gopher://h/', 'data:,x']:
        attempt(lambda: urllib2.urlopen(BASE + '/redir?loc=' + urllib.quote(where)).read())


def samehost():
    request = urllib2.Request(BASE + '/redir?loc=' + urllib.quote(OTHER + '/echo'), headers={'Authorization': 'Basic eA==', 'X-Key': '1'})
    print urllib2.urlopen(request).read()


def otherhost():
    request = urllib2.Request(BASE + '/redir?loc=' + urllib.quote(LOCAL + '/echo'), headers={'Authorization': 'Basic eA==', 'Cookie': 'a=b', 'X-Key': '1'})
    print urllib2.urlopen(request).read()
