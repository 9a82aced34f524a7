# reply /0 [[["send","HTTP/1.1 204 No Content\r\nTransfer-En\u0063oding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"]]]
# reply /1 [[["send","HTTP/1.1 304 Not Modified\r\nTransfer-En\u0063oding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"]]]
# reply /2 [[["send","HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello"]]]
# reply /3 [[["send","HTTP/1.1 200 OK\r\nContent-Length: -0\r\n\r\nhello"]]]
# Chunks are read whatever the status says.
import httplib
import os
import urllib2

HOST = '127.0.0.1:' + os.environ['PORT']
for path in ['/0', '/1', '/2', '/3']:
    try:
        print repr(urllib2.urlopen('http://' + HOST + path).read())
    except urllib2.HTTPError, e:
        print e.code, repr(e.read())
    conn = httplib.HTTPConnection(HOST)
    for method in ['HEAD', 'GET']:
        conn.request(method, path)
        response = conn.getresponse()
        print response.status, response.isclosed(), repr(response.read()), response.isclosed()
        conn.close()
