# reply /0 [[["send","HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\nline one\nline two\nend\n\n"]]]
# A loop over numbered lines reads on as it goes.
import itertools
import os
import urllib
import urllib2

URL = 'http://127.0.0.1:' + os.environ['PORT'] + '/0'
for number, line in enumerate(urllib2.urlopen(URL)):
    print number, repr(line)
answer = urllib2.urlopen(URL)
for number, line in enumerate(answer):
    print number, repr(line)
    break
print repr(answer.readline()), repr(answer.read())
page = urllib.urlopen(URL)
for number, line in enumerate(page, 5):
    if number > 5:
        break
print number, repr(page.read())


def first(answer, count):
    found = []
    for at, line in enumerate(answer):
        if at >= count:
            break
        found.append(line.strip())
    return found


answer = urllib2.urlopen(URL)
print first(answer, 1), repr(answer.read())
