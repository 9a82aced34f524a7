# reply /0 [[["send","HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Negotiate\r\nContent-Length: 2\r\n\r\nno"]]]
# reply /1 [[["send","HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 2\r\n\r\nno"]]]
# An error that has the header fields among its arguments.
import os
import urllib

BASE = 'http://127.0.0.1:' + os.environ['PORT']
for path in ['/0', '/1']:
    try:
        print urllib.urlopen(BASE + path).read()
    except IOError, e:
        print e
        print repr(e), len(e.args), e[1], e[2]
