# reply /0 [[["send","HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 7\r\n\r\nno XML\n"]]]
# What a document is no XML for is an argument of the error.
import os
import urllib2
import xml.etree.ElementTree as ET

try:
    print ET.parse(urllib2.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/0')).getroot().tag
except ET.ParseError, e:
    print e, e.code, e.position, len(e.args)
    print e.args
