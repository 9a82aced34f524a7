"""Passwords (contract 11, and CPython's own tests)."""
import base64
import os
import urllib
import urllib2

BASE = 'http://127.0.0.1:' + os.environ['PORT']
PROXY = '127.0.0.1:' + os.environ['OTHER']


def attempt(opener, url, data=None):
    try:
        print opener.open(url, data).read()
    except urllib2.HTTPError as e:
        print e.code, e.msg, e
    except Exception as e:
        print type(e).__name__, e


def challenge(how, user='u:p', status='401'):
    return BASE + '/challenge?' + urllib.urlencode([('how', how), ('user', user), ('status', status)])


def basic(realm, how):
    manager = urllib2.HTTPPasswordMgr()
    manager.add_password(realm, BASE, 'u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge(how))


def plain():
    attempt(urllib2.build_opener(), challenge('Basic realm="wire"'))


def right():
    basic('wire', 'Basic realm="wire"')


def otherrealm():
    basic('fire', 'Basic realm="wire"')


def quotes():
    basic('wire', "Basic realm='wire'")
    basic('two words', 'Basic realm="two words"')
    basic('wire', 'basic realm="wire"')
    basic('wire', 'BASIC REALM="wire"')
    basic('wire', 'Basic Realm="wire", charset="UTF-8"')
    basic('', 'Basic realm=""')
    basic('wire', 'Basic')
    basic('wire', 'Negotiate')
    basic('wire', 'Negotiate, Basic realm="wire"')
    basic('wire', 'Digest realm="a", nonce="b", Basic realm="wire"')
    basic('a', 'Basic realm="a", Basic realm="b"')
    basic('b', 'Basic realm="a", Basic realm="b"')


def wrongpassword():
    handler = urllib2.HTTPBasicAuthHandler()
    handler.add_password('wire', BASE, 'u', 'wrong')
    attempt(urllib2.build_opener(handler), challenge('Basic realm="wire"'))


def anyrealm():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, BASE + '/', 'u', 'p')
    opener = urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager))
    attempt(opener, challenge('Basic realm="wire"'))
    attempt(opener, challenge('Basic realm="other"'))
    urllib2.install_opener(opener)
    try:
        print urllib2.urlopen(challenge('Basic realm="third"')).read()
        print urllib2.urlopen(urllib2.Request(challenge('Basic realm="third"'), 'a=b')).read()
    finally:
        urllib2.install_opener(urllib2.build_opener())


def ofahost():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, '127.0.0.1:' + os.environ['PORT'], 'u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge('Basic realm="wire"'))


def otherpath():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, BASE + '/elsewhere', 'u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge('Basic realm="wire"'))


def posted():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, BASE, 'u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge('Basic realm="wire"'), 'a=1&b=2')


def moved():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, BASE, 'u', 'p')
    opener = urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager))
    attempt(opener, BASE + '/redir?loc=' + urllib.quote(challenge('Basic realm="wire"')))


def byhand():
    request = urllib2.Request(challenge('Basic realm="wire"'))
    request.add_header('Authorization', 'Basic %s' % base64.encodestring('%s:%s' % ('u', 'p')).replace('\n', ''))
    print urllib2.urlopen(request).read()


def longpassword():
    user, password = 'someone@example.com', 'x' * 60
    request = urllib2.Request(challenge('Basic realm="wire"', user + ':' + password))
    request.add_header('Authorization', 'Basic ' + base64.b64encode(user + ':' + password))
    print urllib2.urlopen(request).read()
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, BASE, user, password)
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge('Basic realm="wire"', user + ':' + password))


def digest(password, how, path='/digest?'):
    handler = urllib2.HTTPDigestAuthHandler()
    handler.add_password('wire', BASE, 'u', password)
    attempt(urllib2.build_opener(handler), BASE + path + urllib.urlencode({'how': how}))


def digests():
    digest('p', 'realm="wire", nonce="abc123", qop="auth", algorithm=MD5, opaque="op"')
    digest('p', 'realm="wire", nonce="abc123"')
    digest('p', 'realm="wire", nonce="abc123", algorithm=SHA')
    digest('p', 'realm="wire", nonce="a,b", qop="auth"')


def digestpost():
    handler = urllib2.HTTPDigestAuthHandler()
    handler.add_password('wire', BASE, 'u', 'p')
    attempt(urllib2.build_opener(handler), BASE + '/digest?' + urllib.urlencode({'how': 'realm="wire", nonce="n", qop="auth"'}), 'x=y')


def digestodd():
    digest('p', 'realm="wire", nonce="abc123", qop="auth-int"')
    digest('p', 'realm="wire", nonce="abc123", qop="auth,auth-int"')
    digest('p', 'realm="wire", nonce="abc123", algorithm=SHA-256')
    digest('p', 'realm="wire"')
    digest('p', 'realm="fire", nonce="abc123"')


def digestwrong():
    handler = urllib2.HTTPDigestAuthHandler()
    handler.add_password('wire', BASE, 'u', 'wrong')
    opener = urllib2.build_opener(handler)
    for _ in range(2):
        try:
            opener.open(BASE + '/always401')
        except urllib2.HTTPError as e:
            print e.code, e.msg, hasattr(e, 'read')


def both():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, BASE, 'u', 'p')
    opener = urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager), urllib2.HTTPDigestAuthHandler(manager))
    attempt(opener, challenge('Basic realm="wire"'))
    attempt(opener, BASE + '/digest?' + urllib.urlencode({'how': 'realm="wire", nonce="n"'}))


def wronghandler():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, BASE, 'u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), BASE + '/digest?' + urllib.urlencode({'how': 'realm="wire", nonce="n"'}))
    attempt(urllib2.build_opener(urllib2.HTTPDigestAuthHandler(manager)), challenge('Basic realm="wire"'))


def proxypassword():
    manager = urllib2.HTTPPasswordMgrWithDefaultRealm()
    manager.add_password(None, PROXY, 'u', 'p')
    opener = urllib2.build_opener(urllib2.ProxyHandler({'http': 'http://' + PROXY}), urllib2.ProxyBasicAuthHandler(manager))
    attempt(opener, 'http://depot.invalid/challenge?' + urllib.urlencode([('how', 'Basic realm="wire"'), ('user', 'u:p'), ('status', '407')]))


def subclass():
    class Manager(urllib2.HTTPPasswordMgr):
        def find_user_password(self, realm, uri):
            print 'asked', realm
            return 'u', 'p'
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(Manager())), challenge('Basic realm="wire"'))


def retries():
    handler = urllib2.HTTPBasicAuthHandler()
    handler.add_password('wire', BASE, 'u', 'wrong')
    opener = urllib2.build_opener(handler)
    for _ in range(3):
        attempt(opener, challenge('Basic realm="wire"'))


class Asking(urllib2.HTTPPasswordMgr):
    """Finds passwords in its own way."""

    def __init__(self, user, password):
        urllib2.HTTPPasswordMgr.__init__(self)
        self.user = user
        self.password = password
        self.asked = 0

    def find_user_password(self, realm, uri):
        self.asked += 1
        print 'asked for', realm, uri.startswith(BASE)
        if self.asked > 1:
            return urllib2.HTTPPasswordMgr.find_user_password(self, realm, uri)
        return self.user, self.password


class AnyRealm(urllib2.HTTPPasswordMgrWithDefaultRealm):
    def find_user_password(self, realm, authuri):
        found = urllib2.HTTPPasswordMgrWithDefaultRealm.find_user_password(self, realm, authuri)
        print 'found', found
        return found


class Stubborn(urllib.FancyURLopener):
    def __init__(self, *args, **kwargs):
        urllib.FancyURLopener.__init__(self, *args, **kwargs)
        self.tries = 0

    def prompt_user_passwd(self, host, realm):
        self.tries += 1
        return 'u', 'p' if self.tries > 1 else 'x'


def asking():
    manager = Asking('u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge('Basic realm="wire"'))
    print manager.asked
    manager = Asking('u', 'wrong')
    manager.add_password('wire', BASE, 'u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge('Basic realm="wire"'))
    print manager.asked
    manager = AnyRealm()
    manager.add_password(None, BASE, 'u', 'p')
    attempt(urllib2.build_opener(urllib2.HTTPBasicAuthHandler(manager)), challenge('Basic realm="wire"'))
    attempt(urllib2.build_opener(urllib2.HTTPDigestAuthHandler(Asking('u', 'p'))), challenge('Digest realm="wire", nonce="abc"'))


def stubborn():
    for opener in [Stubborn(), Stubborn({}), Stubborn(proxies={})]:
        print opener.open(challenge('Basic realm="wire"')).read(), opener.tries
    try:
        Stubborn({}, None, 3)
    except TypeError, e:
        print e
