"""Openers and users' own handlers (CPython's own tests)."""
import os
import socket
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']


class Head(urllib2.Request):
    def get_method(self):
        return 'HEAD'


class NoRedirect(urllib2.HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):
        print 'redirect_request', code, msg, newurl.replace(BASE, '')
        return None


class Watching(urllib2.HTTPRedirectHandler):
    def http_error_302(self, req, fp, code, msg, headers):
        print '302', headers['location'].replace(BASE, '')
        return urllib2.HTTPRedirectHandler.http_error_302(self, req, fp, code, msg, headers)


class Keeping(urllib2.HTTPRedirectHandler):
    def http_error_301(self, req, fp, code, msg, headers):
        print 'kept', code
        return fp


class Lenient(urllib2.HTTPDefaultErrorHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        print 'default', code, msg
        return fp


class Errors(urllib2.HTTPErrorProcessor):
    def http_response(self, request, response):
        print 'processed', response.code
        return response


class Stamp(urllib2.BaseHandler):
    handler_order = 600

    def http_request(self, request):
        request.add_header('X-Stamp', 'yes')
        return request

    def http_response(self, request, response):
        print 'stamped', request.get_header('X-stamp'), response.code
        return response


class Few(urllib2.HTTPRedirectHandler):
    max_redirections = 3


def attempt(opener, url, data=None):
    try:
        response = opener.open(url, data)
        print response.code, response.geturl().replace(BASE, ''), repr(response.read())
    except urllib2.HTTPError as e:
        print 'HTTPError', e.code, e.msg
    except Exception as e:
        print type(e).__name__, e


def head():
    attempt(urllib2.build_opener(), Head(BASE + '/echo'))
    attempt(urllib2.build_opener(), Head(BASE + '/redir?loc=/echo'))


def noredirect():
    attempt(urllib2.build_opener(NoRedirect), BASE + '/redir?loc=/echo')
    attempt(urllib2.build_opener(NoRedirect()), BASE + '/redir?loc=/echo', 'a=b')


def watching():
    attempt(urllib2.build_opener(Watching), BASE + '/hop?n=2')
    attempt(urllib2.build_opener(Watching), BASE + '/redir?code=301&loc=/echo')


def keeping():
    attempt(urllib2.build_opener(Keeping()), BASE + '/redir?code=301&loc=/echo')


def lenient():
    attempt(urllib2.build_opener(Lenient), BASE + '/status?code=404')
    attempt(urllib2.build_opener(Lenient), BASE + '/status?code=304')


def processor():
    attempt(urllib2.build_opener(Errors), BASE + '/status?code=404')
    attempt(urllib2.build_opener(Errors), BASE + '/redir?loc=/echo')


def stamp():
    attempt(urllib2.build_opener(Stamp()), BASE + '/echo')
    attempt(urllib2.build_opener(Stamp()), BASE + '/redir?loc=/echo')


def few():
    attempt(urllib2.build_opener(Few()), BASE + '/hop?n=3')
    attempt(urllib2.build_opener(Few()), BASE + '/hop?n=4')


def addheaders():
    opener = urllib2.build_opener()
    opener.addheaders = [('User-agent', 'Mine'), ('Accept', 'text/x')]
    attempt(opener, BASE + '/echo')
    opener.addheaders.append(('X-Two', '2'))
    attempt(opener, urllib2.Request(BASE + '/echo', headers={'User-Agent': 'Own'}))


def installed():
    opener = urllib2.build_opener(Stamp())
    urllib2.install_opener(opener)
    print urllib2.urlopen(BASE + '/echo').read()
    urllib2.install_opener(urllib2.build_opener())
    print urllib2.urlopen(BASE + '/echo').read()


def timeouts():
    opener = urllib2.build_opener()
    for path in ['/hang', '/hang-mid-body', '/redir?loc=/hang']:
        try:
            print opener.open(BASE + path, timeout=0.3).read()
        except socket.timeout as e:
            print 'timeout', e
    socket.setdefaulttimeout(0.3)
    print socket.getdefaulttimeout()
    try:
        print urllib2.urlopen(BASE + '/hang').read()
    except socket.timeout as e:
        print 'timeout', e
    socket.setdefaulttimeout(None)


def members():
    request = urllib2.Request(BASE + '/echo?x=1#frag', 'd=1', {'X-One': '1'})
    print request.get_full_url().replace(BASE, ''), request.get_type(), request.get_host().split(':')[0], request.get_selector()
    print request.get_method(), request.has_data(), request.get_data(), request.header_items()
    print request.has_header('X-one'), request.has_header('X-One'), request.get_header('X-one'), request.get_header('nope', 'other')
    request.add_header('X-ONE', '2')
    request.add_unredirected_header('x-two', '3')
    print sorted(request.header_items()), request.get_origin_req_host(), request.is_unverifiable()
    request.add_data('e=2')
    print urllib2.urlopen(request).read()


def wrapped():
    for url in ['<URL:' + BASE + '/echo>', ' ' + BASE + '/echo ', '<' + BASE + '/echo>']:
        request = urllib2.Request(url)
        print request.get_full_url().replace(BASE, ''), urllib2.urlopen(request).read()
    print urllib2.Request('http://www.python.org?getspam').get_selector(), repr(urllib2.Request('http://www.python.org').get_selector())
    print urllib2.Request('http://www.%70ython.org/').get_host(), urllib2.Request('http://h/a#b').get_selector()


def methods():
    request = urllib2.Request(BASE + '/echo', 'x')
    request.get_method = lambda: 'PUT'
    print urllib2.urlopen(request).read()
    request = urllib2.Request(BASE + '/echo')
    request.get_method = lambda: 'DELETE'
    print urllib2.urlopen(request).read()


def unredirected():
    request = urllib2.Request(BASE + '/redir?loc=/echo', headers={'X-Kept': '1', 'Content-Type': 'x/y'})
    request.add_unredirected_header('X-Left', '2')
    print urllib2.urlopen(request).read()


def again():
    request = urllib2.Request(BASE + '/echo', 'first')
    print urllib2.urlopen(request).read()
    print urllib2.urlopen(request).read()
    print urllib2.urlopen(request, 'longer than it').read()
    print urllib2.urlopen(BASE + '/echo', 'x').read()


def unknown():
    attempt(urllib2.build_opener(), 'foo://h/')
    attempt(urllib2.build_opener(), 'h/x')
    attempt(urllib2.build_opener(), 'http:///x')


def limits():
    print urllib2.HTTPRedirectHandler.max_repeats, urllib2.HTTPRedirectHandler.max_redirections
    attempt(urllib2.build_opener(), BASE + '/loop')
    attempt(urllib2.build_opener(), BASE + '/hop?n=11')
