"""What info() says of fields: lines, dates and parameters (mimetools.Message)."""
import calendar
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
    for name in ('hdr-fold', 'hdr-space-colon', 'hdr-nocolon', 'hdr-emptyval', 'hdr-lf', 'hdr-latin1', 'fin-mid-headers', 'ok-gzip'):
        info = urllib2.urlopen(BASE + '/' + name).info()
        print name, info.headers, info.getallmatchingheaders('x-test'), repr(info.getrawheader('x-test'))
