# reply /0 [[["send","lorem\nipsum\ndolor\nsit\n"],["close"]]]
# The first line of an answer without a head is not among its lines, and read all the same.
import os
import urllib
import urllib2

URL = 'http://127.0.0.1:' + os.environ['PORT'] + '/0'
page = urllib.urlopen(URL)
for line in page:
    print repr(line)
print repr(page.read())
page = urllib.urlopen(URL)
for line in page:
    print repr(line)
    break
print repr(page.read())
page = urllib.urlopen(URL)
for line in page:
    print repr(line)
    break
print repr(page.readline())
page = urllib.urlopen(URL)
for line in page:
    print repr(line)
    break
print repr(page.read(3))
print repr(page.read())
page = urllib.urlopen(URL)
print repr(page.next())
print repr(page.readline())
print repr(page.read())
page = urllib.urlopen(URL)
print repr(page.read(2))
print repr(page.next())
print repr(page.read())
page = urllib.urlopen(URL)
print repr(page.readline())
print repr(page.next())
print repr(page.readline())
page = urllib.urlopen(URL)
print list(page)
print page.readlines()
page = urllib.urlopen(URL)
print list(page)
print repr(page.read(4)), repr(page.read())
answer = urllib2.urlopen(URL)
for line in answer:
    print repr(line)
    break
print repr(answer.read())
try:
    print repr(urllib.urlopen(URL).readline(3))
except TypeError, e:
    print e
