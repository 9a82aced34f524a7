# A proxy is asked for the whole URL, of which httplib looks at no part by itself.
import os
import urllib2

PROXY = 'http://127.0.0.1:' + os.environ['OTHER']
URLS = ['http://127.0.0.1:abc/x', 'http://a b/x', 'http://127.0.0.1:2/a b', 'http://127.0.0.1:2/caf\xc3\xa9',
        'http://no.such.host.invalid/x', 'http://127.0.0.1:-5/x', 'http:///x', 'http://user@127.0.0.1:2/x']
through = urllib2.build_opener(urllib2.ProxyHandler({'http': PROXY}))
direct = urllib2.build_opener(urllib2.ProxyHandler({}))
for url in URLS:
    for opener in [through, direct]:
        try:
            text = opener.open(url, timeout=2).read()
            print repr(text)
        except Exception, e:
            text = str(e)
            print type(e).__name__, text
os.environ['http_proxy'] = PROXY
for url in URLS:
    try:
        text = urllib2.urlopen(url, timeout=2).read()
        print repr(text)
    except Exception, e:
        text = str(e)
        print type(e).__name__, text
