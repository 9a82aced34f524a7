# reply /0 [[["send","HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\none\ntwo\nthree\nlas"]]]
# reply /1 [[["send","HTTP/1.1 500 No\r\nContent-Length: 12\r\n\r\none\ntwo\nlast"]]]
# Lines that have been received are there when the answer is closed.
import os
import urllib
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']


def show(name, error):
    print name, error.__class__.__name__, error


for path in ['/0', '/none']:
    answer = urllib2.urlopen(BASE + path)
    try:
        for line in answer:
            print repr(line)
            answer.close()
    except AttributeError, e:
        show('closed in the loop', e)
    for again in range(2):
        try:
            print repr(answer.next())
        except (AttributeError, TypeError), e:
            show('next', e)
        try:
            print repr(answer.readline())
        except (AttributeError, TypeError), e:
            show('readline', e)
    answer = urllib2.urlopen(BASE + path)
    print repr(answer.readline())
    answer.close()
    try:
        for line in answer:
            print repr(line)
    except AttributeError, e:
        show('closed after a line', e)
    answer = urllib2.urlopen(BASE + path)
    answer.close()
    try:
        print list(answer)
    except AttributeError, e:
        show('closed first', e)
    page = urllib.urlopen(BASE + path)
    print repr(page.read(2))
    page.close()
    try:
        for line in page:
            print repr(line)
    except AttributeError, e:
        show('page', e)
try:
    urllib2.urlopen(BASE + '/1')
except urllib2.HTTPError, error:
    try:
        for line in error:
            print repr(line)
            error.close()
    except AttributeError, e:
        show('error', e)
