# Of fields whose names differ in their capitals the last counts, in the order of the dict that they are given in.
import os
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']
print repr(urllib2.urlopen(urllib2.Request(BASE + '/0', headers={'X-b': '1', 'If-None-Match': 'abc', 'x-B': '2'})).read())
request = urllib2.Request(BASE + '/1', None, {'accept': 'a/b', 'Accept': 'c/d'})
request.add_header('ACCEPT', 'e/f')
print request.header_items()
print repr(urllib2.urlopen(request).read())
print urllib2.Request(BASE, headers={'x-one': '1', 'X-ONE': '2', 'X-One': '3'}).headers
