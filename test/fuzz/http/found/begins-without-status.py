# reply /0 [[["send","HTTP/0.9 200 OK\r\nX-A: b\r\n\r\nhello"],["close"]]]
# reply /1 [[["send","lorem ipsum\r\nmore\r\n"],["close"]]]
# reply /2 [[["send","HTTP/1.1\r\nX-A: b\r\n\r\nhello"],["close"]]]
# What is of HTTP/0.9, or of no HTTP at all, ends the connection, asked for by HEAD too.
import httplib
import os

HOST = '127.0.0.1:' + os.environ['PORT']
for path in ['/0', '/1', '/2']:
    for method in ['GET', 'HEAD']:
        for strict in [False, True]:
            conn = httplib.HTTPConnection(HOST, strict=strict)
            for target in [path, '/next']:
                try:
                    conn.request(method, target)
                    response = conn.getresponse()
                    print response.version, response.status, repr(response.read())
                except httplib.HTTPException, e:
                    print type(e).__name__, repr(str(e))
            conn.close()
