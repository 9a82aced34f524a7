"""The version of HTTP that requests are sent in (HTTPConnection._http_vsn)."""
import httplib
import os
import urllib2

HOST = '127.0.0.1:' + os.environ['PORT']


def answer(connection, method='GET', body=None):
    connection.request(method, '/echo', body)
    response = connection.getresponse()
    print response.status, response.version, repr(response.read())


def ofone():
    connection = httplib.HTTPConnection(HOST)
    print connection._http_vsn, connection._http_vsn_str
    connection._http_vsn = 10
    connection._http_vsn_str = 'HTTP/1.0'
    print connection._http_vsn, connection._http_vsn_str, httplib.HTTPConnection._http_vsn
    answer(connection)
    answer(httplib.HTTPConnection(HOST), 'POST', 'a=b')


def half():
    connection = httplib.HTTPConnection(HOST)
    connection._http_vsn_str = 'HTTP/1.0'
    answer(connection)


def ofall():
    httplib.HTTPConnection._http_vsn = 10
    httplib.HTTPConnection._http_vsn_str = 'HTTP/1.0'
    try:
        print urllib2.urlopen('http://%s/echo' % HOST).read()
        print urllib2.urlopen(urllib2.Request('http://%s/ok-chunked' % HOST, 'a=b', {'Accept-encoding': 'gzip'})).read()
        answer(httplib.HTTPConnection(HOST), 'POST', 'x')
    finally:
        httplib.HTTPConnection._http_vsn = 11
        httplib.HTTPConnection._http_vsn_str = 'HTTP/1.1'
    print urllib2.urlopen('http://%s/echo' % HOST).read()
