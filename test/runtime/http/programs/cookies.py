"""Cookies (contract 13, and CPython's own tests)."""
import cookielib
import os
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']


def withjar(jar):
    return urllib2.build_opener(urllib2.HTTPCookieProcessor(jar))


def show(jar):
    for cookie in jar:
        print cookie.name, cookie.value, cookie.domain, cookie.path, cookie.secure, cookie.discard, cookie.expires is None


def without():
    print urllib2.urlopen(BASE + '/redir?loc=/echo&ck=sid=xyz').read()
    print urllib2.urlopen(BASE + '/echo').read()


def kept():
    jar = cookielib.CookieJar()
    opener = withjar(jar)
    print opener.open(BASE + '/redir?loc=/echo&ck=sid=xyz;+Path=/').read()
    print opener.open(BASE + '/echo').read()
    show(jar)
    print len(jar), [cookie.name for cookie in jar]


def paths():
    jar = cookielib.CookieJar()
    opener = withjar(jar)
    opener.open(BASE + '/redir/deep/x?loc=/echo&ck=a=1&ck=b=2;+Path=/echo&ck=c=3;+path=/other').read()
    opener.open(BASE + '/echo/more').read()
    opener.open(BASE + '/redir/deep/y?loc=/echo').read()
    show(jar)


def expiry():
    jar = cookielib.CookieJar()
    opener = withjar(jar)
    opener.open(BASE + '/redir?loc=/echo&ck=a=1;+expires=Wed,+01+Jan+2098+00:00:00+GMT&ck=b=2;+Max-Age=0&ck=c=3;+Max-Age=x').read()
    show(jar)
    opener.open(BASE + '/redir?loc=/echo&ck=a=;+expires=Thu,+01+Jan+1998+00:00:00+GMT').read()
    show(jar)


def odd():
    jar = cookielib.CookieJar()
    opener = withjar(jar)
    opener.open(BASE + '/redir?loc=/echo&ck=a&ck==b&ck=c=&ck=d=1=2&ck=e="q+r"&ck=f=1;+secure&ck=g=2;+domain=.evil.example').read()
    show(jar)


def cleared():
    jar = cookielib.CookieJar()
    opener = withjar(jar)
    opener.open(BASE + '/redir?loc=/echo&ck=a=1&ck=b=2').read()
    jar.clear('127.0.0.1', '/', 'a')
    show(jar)
    jar.clear_session_cookies()
    print len(jar)
    opener.open(BASE + '/echo').read()


def files():
    for jar in [cookielib.MozillaCookieJar('jar.txt'), cookielib.LWPCookieJar('jar.txt')]:
        withjar(jar).open(BASE + '/redir?loc=/echo&ck=a=1;+expires=Wed,+01+Jan+2098+00:00:00+GMT&ck=s=2').read()
        jar.save()
        print open('jar.txt').read()
        jar.save(ignore_discard=True)
        print open('jar.txt').read()
        other = jar.__class__()
        other.load('jar.txt', ignore_discard=True)
        print sorted(cookie.name for cookie in other)
        withjar(other).open(BASE + '/echo').read()
    os.remove('jar.txt')


def badfile():
    out = open('bad.txt', 'w')
    out.write('nonsense\n')
    out.close()
    for jar in [cookielib.MozillaCookieJar(), cookielib.LWPCookieJar()]:
        try:
            jar.load('bad.txt')
        except cookielib.LoadError as e:
            print 'LoadError', e
    try:
        cookielib.MozillaCookieJar().load('none.txt')
    except IOError as e:
        print e.errno
    os.remove('bad.txt')


def ownheader():
    jar = cookielib.CookieJar()
    opener = withjar(jar)
    opener.open(BASE + '/redir?loc=/echo&ck=a=1').read()
    print opener.open(urllib2.Request(BASE + '/echo', headers={'Cookie': 'own=1'})).read()


def ownfields():
    opener = urllib2.build_opener(urllib2.HTTPCookieProcessor())
    opener.addheaders = [('User-agent', 'Mine/1.0'), ('X-More', 'yes')]
    print opener.open(BASE + '/redir?loc=/echo&ck=a=1').read()
