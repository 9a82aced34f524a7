"""Connections of httplib (contract 6.8, and CPython's own tests)."""
import httplib
import os
import socket
import time
import urllib

HOST = '127.0.0.1:' + os.environ['PORT']


def simple():
    connection = httplib.HTTPConnection(HOST)
    connection.request('GET', '/ok-cl')
    response = connection.getresponse()
    print response.status, response.reason, response.version, response.getheader('x-mixed-case'), response.getheader('nope', 'other')
    print response.msg['content-type'], response.read(), repr(response.read()), response.isclosed()
    connection.close()


def parts():
    connection = httplib.HTTPConnection(HOST)
    connection.request('GET', '/ok-cl')
    response = connection.getresponse()
    print repr(response.read(4)), repr(response.read(4)), repr(response.read(100)), repr(response.read(1))


def posted():
    connection = httplib.HTTPConnection(HOST, timeout=5)
    body = urllib.urlencode([('a', '1'), ('b', 'two words')])
    connection.request('POST', '/echo', body, {'Content-type': 'application/x-www-form-urlencoded', 'Accept': 'text/plain'})
    print connection.getresponse().read()


def bypieces():
    connection = httplib.HTTPConnection(HOST)
    connection.putrequest('PUT', '/echo')
    connection.putheader('Content-Length', '5')
    connection.putheader('X-Two', 'a', 'b')
    connection.endheaders()
    connection.send('ab')
    connection.send('cde')
    print connection.getresponse().read()


def reused():
    connection = httplib.HTTPConnection(HOST)
    connection.request('GET', '/ok-cl')
    print connection.getresponse().read()
    try:
        connection.request('GET', '/ok-cl')
        print connection.getresponse().read()
    except httplib.BadStatusLine as e:
        print 'BadStatusLine', e


def kept():
    connection = httplib.HTTPConnection(HOST)
    for method, path, body in [('GET', '/keep?1', None), ('POST', '/keep?2', 'data'), ('GET', '/keep-chunked', None),
                               ('HEAD', '/keep-head', None), ('DELETE', '/keep-204', None), ('GET', '/keep-http10', None),
                               ('GET', '/keep?7', None), ('GET', '/ok-close-field', None), ('GET', '/keep?8', None)]:
        connection.request(method, path, body)
        response = connection.getresponse()
        print response.status, response.version, repr(response.read())
    connection.close()
    connection.request('GET', '/keep?9')
    print connection.getresponse().read()


def keptfaults():
    for path in ['/rst-after-req', '/fin-before-byte', '/rst-mid-headers', '/trunc-cl', '/trunc-chunked', '/garbage-status']:
        connection = httplib.HTTPConnection(HOST, timeout=5)
        connection.request('GET', '/keep')
        print connection.getresponse().read(),
        for _ in range(3):
            try:
                connection.request('GET', path)
                print repr(connection.getresponse().read())
            except (httplib.HTTPException, socket.error), e:
                print e.__class__.__name__, e
        connection.close()
        connection.request('GET', '/keep')
        print connection.getresponse().read(),


def gone():
    connection = httplib.HTTPConnection(HOST)
    connection.request('GET', '/ok-cl')
    print connection.getresponse().read()
    time.sleep(0.15)
    try:
        connection.request('POST', '/echo', 'x' * 100)
        time.sleep(0.1)
        print connection.getresponse().read()
    except (httplib.HTTPException, socket.error), e:
        print e.__class__.__name__, e
        connection.close()
        connection.request('POST', '/echo', 'x' * 100)
        print connection.getresponse().read()


def extra():
    connection = httplib.HTTPConnection(HOST)
    connection.request('GET', '/keep-extra')
    print connection.getresponse().read()
    time.sleep(0.05)
    connection.request('GET', '/keep')
    response = connection.getresponse()
    print response.status, response.version, repr(response.reason), response.getheaders()


def unread():
    connection = httplib.HTTPConnection(HOST)
    connection.request('GET', '/keep')
    first = connection.getresponse()
    print repr(first.read(2))
    try:
        connection.request('GET', '/keep?2')
        print connection.getresponse().status
    except httplib.HTTPException, e:
        print e.__class__.__name__
    # For the server to see the second request.
    time.sleep(0.1)
    connection.close()
    print repr(first.read())


def reopened():
    connection = httplib.HTTPConnection(HOST)
    for path in ['/ok-close-field', '/ok-close-field', '/http10']:
        connection.request('GET', path)
        print connection.getresponse().read()
    connection.close()
    connection.request('GET', '/echo')
    print connection.getresponse().read()


def states():
    connection = httplib.HTTPConnection(HOST)
    try:
        connection.getresponse()
    except httplib.ResponseNotReady as e:
        print 'ResponseNotReady', repr(e)
    connection.request('GET', '/ok-cl')
    try:
        connection.request('GET', '/ok-cl')
    except httplib.CannotSendRequest as e:
        print 'CannotSendRequest', repr(e)
    try:
        connection.putheader('A', 'b')
    except httplib.CannotSendHeader as e:
        print 'CannotSendHeader', repr(e)
    print len(connection.getresponse().read())


def faults():
    for path in ['/rst-after-req', '/fin-before-byte', '/trunc-cl', '/trunc-chunked', '/status?code=500', '/http20']:
        connection = httplib.HTTPConnection(HOST)
        try:
            connection.request('GET', path)
            response = connection.getresponse()
            print response.status, response.read()
        except httplib.IncompleteRead as e:
            print 'IncompleteRead', repr(e.partial), e.expected
        except httplib.HTTPException as e:
            print type(e).__name__, e
        except socket.error as e:
            print 'socket.error', e.errno


def refused():
    try:
        httplib.HTTPConnection('127.0.0.1', int(os.environ['REFUSED'])).request('GET', '/')
    except socket.error as e:
        print e
    for host in ['h:x', 'h:', 'h:80', '[::1]:8', '[::1]']:
        try:
            connection = httplib.HTTPConnection(host)
            print connection.host, connection.port
        except httplib.InvalidURL as e:
            print 'InvalidURL', e


def names():
    print httplib.OK, httplib.NOT_FOUND, httplib.responses[404], httplib.responses[302], httplib.HTTP_PORT, httplib.HTTPS_PORT
