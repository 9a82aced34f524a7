# A body that is ASCII goes with a URL that is unicode.
import json
import os
import urllib
import urllib2

where = json.loads(json.dumps({'url': 'http://127.0.0.1:' + os.environ['PORT'] + '/0'}))
print repr(urllib2.urlopen(where['url'], urllib.urlencode({'a': 'caf\xc3\xa9'})).read())
print repr(urllib2.urlopen(urllib2.Request(where['url'], json.dumps({u'a': u'caf\xe9'}), {'Content-Type': 'application/json'})).read())
