"""Bodies read piece by piece, and what is done with the pieces."""
import csv
import json
import os
import sys
import urllib
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']
URL = BASE + '/ok-cl'


def get(n):
    return urllib2.urlopen(URL).read(n)


def untilempty():
    r = urllib2.urlopen(URL)
    for block in iter(lambda: r.read(4), ''):
        print repr(block)
    r = urllib2.urlopen(URL)
    for line in iter(r.readline, ''):
        print repr(line)
    r = urllib2.urlopen(URL)
    print list(iter(r.readline, ''))
    r = urllib2.urlopen(URL)
    print ''.join(iter(lambda: r.read(5), ''))
    r = urllib2.urlopen(URL)
    print [len(block) for block in iter(lambda: r.read(5), '')]
    r = urllib2.urlopen(URL)
    for i, block in enumerate(iter(lambda: r.read(9), '')):
        print i, block


def limitedlines():
    for opened in [urllib2.urlopen(URL), urllib.urlopen(URL)]:
        while True:
            line = opened.readline(5)
            if not line:
                break
            print repr(line)
        opened.close
    r = urllib2.urlopen(URL)
    print repr(r.readline(0)), repr(r.readline(3)), repr(r.readline(-1)), repr(r.read(2))
    print urllib2.urlopen(URL).readlines(3), urllib2.urlopen(URL).readlines(10), len(urllib.urlopen(URL).readlines(300))


def nextline():
    r = urllib2.urlopen(URL)
    print repr(r.next()), repr(next(r))
    while 1:
        try:
            print repr(r.next())
        except StopIteration:
            print 'end'
            break
    try:
        urllib2.urlopen(BASE + '/status?code=404')
    except urllib2.HTTPError, e:
        print repr(e.readline(4)), repr(e.next()), e.readlines(2)


def joined():
    r = urllib2.urlopen(URL)
    parts = []
    while 1:
        block = r.read(4)
        if not block:
            break
        parts.append(block)
    print ''.join(parts)
    print '-'.join([get(4), get(4)])
    r = urllib2.urlopen(URL)
    print ''.join(r.read(4) for i in range(3))
    pairs = []
    for i in range(3):
        pairs.append((i, get(i)))
    print pairs, dict(pairs), ''.join(p for i, p in pairs), ''.join([p for i, p in pairs])
    by = {}
    by[0] = get(3)
    by[1] = get(4)
    print ''.join(by.values()), ''.join([by[k] for k in sorted(by)]), sum([len(x) for x in by.values()])


def blocks(url=URL):
    r = urllib2.urlopen(url)
    while True:
        block = r.read(6)
        if not block:
            return
        yield block


def generated():
    print ''.join(blocks()), list(blocks())
    out = ''
    for block in blocks():
        out = out + block
    print out


def written():
    print json.dumps({'a': get(2), 'b': [get(3)]}), json.dumps([(get(2), 1)])
    csv.writer(sys.stdout).writerow([get(4), 1])
    print urllib.urlencode({'a': get(6)}), urllib.quote(get(6))
    print os.path.join('a', get(4), get(4))
    os.environ['READ'] = get(4)
    print os.environ['READ'], '%s|%r' % (get(4), get(4)), '{0}-{b}'.format(get(3), b=get(3))
    print {'line': 2}.get(get(4)), get(4) in {'line': 2}, {'line': 1}[get(4)]
    request = urllib2.Request(BASE + '/echo', headers={'X-One': get(4)})
    request.add_header('X-Two', get(4))
    print urllib2.urlopen(request).read()
    try:
        raise ValueError(get(4))
    except ValueError, e:
        print e, repr(e), e.args


def keptasbytes():
    f = open('read.bin', 'wb')
    r = urllib2.urlopen(URL)
    for block in iter(lambda: r.read(5), b''):
        f.write(block)
    f.close()
    print repr(open('read.bin', 'rb').read())
