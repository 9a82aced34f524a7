"""What info() says of fields: lines, dates and parameters (mimetools.Message)."""
import calendar
import httplib
import os
import time
import urllib2
from datetime import datetime
from email.utils import formatdate, mktime_tz, parsedate_tz

BASE = 'http://127.0.0.1:' + os.environ['PORT']


def lines():
    info = urllib2.urlopen(BASE + '/hdr-dates').info()
    print info.headers
    print info.getallmatchingheaders('X-Test'), info.getfirstmatchingheader('x-test'), info.getallmatchingheaders('nope')
    print repr(info.getrawheader('x-test')), repr(info.getrawheader('Last-Modified')), info.getrawheader('nope')
    print str(info)


def dates():
    info = urllib2.urlopen(BASE + '/hdr-dates').info()
    print info.getdate('last-modified'), info.getdate('Expires'), info.getdate('nope'), info.getdate_tz('date')
    print calendar.timegm(info.getdate('Last-Modified')), datetime(*info.getdate('last-modified')[:6])
    print time.strftime('%d.%m.%Y', info.getdate('date'))
    print '%d' % mktime_tz(parsedate_tz(info['Date']))


def parameters():
    info = urllib2.urlopen(BASE + '/hdr-dates').info()
    print info.gettype(), info.getmaintype(), info.getsubtype(), info.type, info.maintype, info.subtype
    print info.getplist(), info.plist, info.getparam('charset'), info.getparam('LEVEL'), info.getparam('a'), info.getparam('odd'), info.getparam('b')
    plain = urllib2.urlopen(BASE + '/hdr-n?n=1').info()
    print plain.getplist(), plain.gettype(), plain.getparam('charset')


def unchanged():
    first = urllib2.urlopen(BASE + '/hdr-dates')
    stamp = first.info().getheader('Last-Modified')
    request = urllib2.Request(BASE + '/echo', headers={'If-Modified-Since': formatdate(mktime_tz(parsedate_tz(stamp)), usegmt=True)})
    print urllib2.urlopen(request).read()


def raws():
    for name in ('hdr-fold', 'hdr-space-colon', 'hdr-nocolon', 'hdr-emptyval', 'hdr-lf', 'hdr-latin1', 'hdr-last-byte', 'fin-mid-headers', 'ok-gzip'):
        info = urllib2.urlopen(BASE + '/' + name).info()
        print name, info.headers, info.getallmatchingheaders('x-test'), repr(info.getrawheader('x-test'))


def lastbytes():
    answer = urllib2.urlopen(BASE + '/hdr-last-byte')
    info = answer.info()
    print repr(answer.msg), [repr(info.getheader(name)) for name in ('x-test', 'x-more', 'x-fold')], sorted(info.items())
    try:
        urllib2.urlopen(BASE + '/chunk-cut-character').read()
    except httplib.IncompleteRead, e:
        print e, repr(e), len(e.partial), repr(e.partial), e.expected
    try:
        raise httplib.IncompleteRead('caf\xc3\xa9', 3)
    except httplib.HTTPException, e:
        print e
    for place in ('http://h%C3%A9/x', ' <URL: http://h/\xc3\xa0 > '):
        try:
            urllib2.urlopen(place)
        except httplib.InvalidURL, e:
            print e
    print repr(urllib2.Request('<URL: http://h/a b > ').get_full_url()), repr(urllib2.Request('http://h/voil\xc3\xa0').get_full_url())
