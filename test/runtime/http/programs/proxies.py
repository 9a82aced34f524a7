"""Proxies, and hosts that go without (contract 12, and CPython's own tests)."""
import os
import urllib
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']
PROXY = '127.0.0.1:' + os.environ['OTHER']
REFUSED = '127.0.0.1:' + os.environ['REFUSED']
SECURE = 'https://localhost:' + os.environ['TLS']


def attempt(opener, url, data=None):
    try:
        print opener.open(url, data).read()
    except urllib2.HTTPError as e:
        print e.code, e.msg
    except Exception as e:
        print type(e).__name__, e


def given():
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://' + PROXY})), 'http://depot.invalid/echo?a=b#c')
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': PROXY})), 'http://depot.invalid/echo')
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://' + PROXY + '/'})), 'http://depot.invalid:81/echo', 'x=y')


def unknownhosts():
    # A proxy may know what has no address here, or none that a URL may have.
    opener = urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://' + PROXY}))
    for host in ('user@depot.invalid', 'user:secret@depot.invalid:81', 'a_b.invalid'):
        attempt(opener, 'http://%s/echo' % host)
        attempt(urllib2.build_opener(), 'http://%s/echo' % host)


def none():
    os.environ['http_proxy'] = 'http://' + PROXY
    attempt(urllib2.build_opener(urllib2.ProxyHandler({})), BASE + '/echo')
    os.environ['http_proxy'] = ''


def environment():
    os.environ['http_proxy'] = 'http://' + PROXY
    attempt(urllib2.build_opener(), 'http://depot.invalid/echo')
    os.environ['no_proxy'] = 'other.invalid,127.0.0.1'
    attempt(urllib2.build_opener(), BASE + '/echo')
    attempt(urllib2.build_opener(), 'http://depot.invalid/echo')
    os.environ['no_proxy'] = '*'
    attempt(urllib2.build_opener(), BASE + '/echo')
    os.environ['no_proxy'] = ''
    os.environ['http_proxy'] = ''


def capitals():
    os.environ['HTTP_PROXY'] = 'http://' + PROXY
    attempt(urllib2.build_opener(), 'http://depot.invalid/echo')
    os.environ['HTTP_PROXY'] = ''


def cgi():
    os.environ['HTTP_PROXY'] = 'http://' + PROXY
    os.environ['REQUEST_METHOD'] = 'GET'
    attempt(urllib2.build_opener(), BASE + '/echo')
    os.environ.pop('REQUEST_METHOD')
    os.environ['HTTP_PROXY'] = ''


def others():
    os.environ['all_proxy'] = 'http://' + PROXY
    os.environ['https_proxy'] = 'http://' + PROXY
    attempt(urllib2.build_opener(), BASE + '/echo')
    os.environ['all_proxy'] = ''
    os.environ['https_proxy'] = ''


def passwords():
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://joe:s%40f@' + PROXY})), 'http://depot.invalid/echo')
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': 'joe:pw@' + PROXY})), 'http://depot.invalid/echo')
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://joe@' + PROXY})), 'http://depot.invalid/echo')


def refused():
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://' + REFUSED})), 'http://depot.invalid/echo')
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://nonexistent.invalid:1'})), 'http://depot.invalid/echo')


def redirected():
    opener = urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://' + PROXY}))
    attempt(opener, 'http://depot.invalid/redir?loc=http://other.invalid/echo')
    attempt(opener, 'http://depot.invalid/redir?loc=/echo')


def tunnelrefused():
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'https': 'http://' + PROXY})), 'https://depot.invalid/echo')
    attempt(urllib2.build_opener(urllib2.ProxyHandler({'https': 'http://joe:pw@' + PROXY})), 'https://depot.invalid:444/echo')


def setproxy():
    request = urllib2.Request('http://depot.invalid/echo')
    print request.get_host(), request.get_type(), request.get_selector(), request.has_proxy()
    request.set_proxy(PROXY, 'http')
    print request.get_host() == PROXY, request.get_type(), request.get_selector(), request.has_proxy()
    print urllib2.urlopen(request).read()


def ofurllib():
    print urllib.urlopen('http://depot.invalid/echo?x', proxies={'http': 'http://' + PROXY}).read()
    print urllib.urlopen(BASE + '/echo', proxies={}).read()
    opener = urllib.FancyURLopener({'http': 'http://joe:pw@' + PROXY})
    print opener.open('http://depot.invalid/echo').read()


def getproxies():
    os.environ['http_proxy'] = 'http://a:1'
    os.environ['FTP_PROXY'] = 'http://b:2'
    os.environ['no_proxy'] = 'localhost, .c.example'
    print sorted(urllib.getproxies().items())
    for host in ['localhost', 'localhost:80', 'x.c.example', 'c.example', 'xc.example', 'other']:
        print host, bool(urllib.proxy_bypass(host))
    os.environ['http_proxy'] = ''
    os.environ['FTP_PROXY'] = ''
    os.environ['no_proxy'] = ''
