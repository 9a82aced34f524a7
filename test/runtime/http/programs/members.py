"""What responses have (contract 5)."""
import os
import urllib
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']


def basics():
    r = urllib2.urlopen(BASE + '/status?code=203&reason=Not+Mine')
    print r.code, r.getcode(), r.msg, r.geturl() == BASE + '/status?code=203&reason=Not+Mine', r.url == r.geturl()
    print r.info()['x-test'], r.headers['X-Test'], r.info().get('nope'), r.info().getheader('X-TEST'), 'x-test' in r.info()
    print sorted(r.info().keys()), r.headers.has_key('content-length'), len(r.info())
    print r.read(), repr(r.read())


def misses():
    r = urllib2.urlopen(BASE + '/ok-cl')
    try:
        print r.info()['nope']
    except KeyError as e:
        print 'KeyError', e
    print r.info().get('nope', 'other'), r.info().getheader('nope', 'other'), r.info().getheaders('nope')


def repeated():
    r = urllib2.urlopen(BASE + '/hdr-dup')
    print r.info()['x-test'], r.info().getheaders('x-test'), r.info().getheaders('set-cookie'), r.info()['Set-Cookie']
    print [line for line in r.info().headers if line.lower().startswith('x-')]


def types():
    r = urllib2.urlopen(BASE + '/ok-cl')
    print r.info().gettype(), r.info().getmaintype(), r.info().getsubtype(), r.info().getparam('charset')
    print str(r.info())


def counts():
    r = urllib2.urlopen(BASE + '/ok-cl')
    print repr(r.read(4)), repr(r.read(0)), repr(r.readline()), repr(r.readline(3)), repr(r.read(-1)), repr(r.read(5))


def lines():
    r = urllib2.urlopen(BASE + '/ok-cl')
    for number, line in enumerate(r):
        print number, repr(line)
    r = urllib2.urlopen(BASE + '/ok-chunked')
    print r.readlines()
    print [line.strip() for line in urllib2.urlopen(BASE + '/ok-close')]


def closed():
    r = urllib2.urlopen(BASE + '/ok-cl')
    r.close()
    print r.getcode(), r.geturl() == BASE + '/ok-cl'


def afterclose():
    r = urllib2.urlopen(BASE + '/ok-cl')
    r.close()
    try:
        print r.read()
    except TypeError as e:
        print 'TypeError', e


def redirected():
    r = urllib2.urlopen(BASE + '/redir?loc=/ok-cl%23part')
    print r.geturl().replace(BASE, ''), r.code
    r = urllib2.urlopen(BASE + '/ok-cl#frag')
    print r.geturl().replace(BASE, '')
    r = urllib2.urlopen(BASE + '/echo/../echo')
    print r.geturl().replace(BASE, '')


def errors():
    try:
        urllib2.urlopen(BASE + '/status?code=503&ra=7')
    except urllib2.HTTPError as e:
        print e.code, e.msg, e.reason, e.getcode(), e.geturl().replace(BASE, ''), e.filename.replace(BASE, '')
        print e.info()['retry-after'], e.headers.get('Retry-After'), e.hdrs.getheader('retry-after'), int(e.info().getheader('Retry-After')) + 1
        print repr(e.read(4)), repr(e.read()), str(e), repr(e)


def asresponse():
    try:
        r = urllib2.urlopen(BASE + '/status?code=404')
    except urllib2.HTTPError as e:
        r = e
    print r.code, r.read()
    try:
        r = urllib2.urlopen(BASE + '/status?code=404')
    except urllib2.HTTPError as e:
        print [line for line in e]
        e.close()


def ofurllib():
    r = urllib.urlopen(BASE + '/status?code=404')
    print r.getcode(), r.code, r.geturl().replace(BASE, ''), r.info().gettype(), repr(r.read(4)), r.readline()
    r = urllib.urlopen(BASE + '/redir?loc=/ok-cl')
    print r.getcode(), r.geturl().replace(BASE, ''), r.readlines()


def retrieved():
    seen = []

    def hook(blocks, size, total):
        seen.append((blocks, size, total))
    name, headers = urllib.urlretrieve(BASE + '/blocks', 'copy.txt', hook)
    print name, headers['content-length'], seen, os.path.getsize('copy.txt')
    os.remove('copy.txt')


def retrievedshort():
    try:
        urllib.urlretrieve(BASE + '/trunc-cl', 'short.txt')
    except urllib.ContentTooShortError as e:
        print e, e.content[0], os.path.getsize('short.txt')
    os.remove('short.txt')


def many():
    r = urllib2.urlopen(BASE + '/hdr-many')
    print r.info().keys(), r.info().dict.items() == r.info().items()
    for name, value in r.headers.items():
        print name, value
    print dict(r.info())
    print r.headers.dict


def fieldsafter():
    plain = urllib2.Request(BASE + '/echo', headers={'Range': 'bytes=2-'})
    print plain.header_items(), plain.has_header('User-agent')
    urllib2.urlopen(plain)
    print sorted(name for name, value in plain.header_items()), plain.headers
    print plain.has_header('User-agent'), plain.get_header('Host') == plain.get_host(), plain.unredirected_hdrs['User-agent']
    posted = urllib2.Request(BASE + '/echo', 'a=b', {'User-agent': 'mine'})
    print urllib2.urlopen(posted).read()
    print [item for item in sorted(posted.header_items()) if item[0] != 'Host']
