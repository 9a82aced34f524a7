# -*- coding: utf-8 -*-
"""Quoting and taking URLs apart (contract 15)."""
import urllib
import urlparse


def row1():
    print repr(urllib.quote('a b/c?d=e&f~g+h'))


def row2():
    print repr(urllib.quote('caf\xc3\xa9'))


def row3():
    print repr(urllib.quote(u'abc def'))


def row4():
    print repr(urllib.quote(u'caf\xe9'))


def row5():
    print repr(urllib.quote(u'\u20ac'))


def row6():
    print repr(urllib.quote(5))


def row7():
    print repr(urllib.quote(None))


def row8():
    print repr(urllib.quote(''))


def row9():
    print repr(urllib.quote('a/b', safe=''))


def row10():
    print repr(urllib.quote('a%20b'))


def row11():
    print repr(urllib.quote_plus('a b+c/d~e'))


def row12():
    print repr(urllib.quote_plus('a b', safe='/'))


def row13():
    print repr(urllib.unquote('a%20b+c%zz%e9%E2%82%AC'))


def row14():
    print repr(urllib.unquote_plus('a%20b+c'))


def row15():
    print repr(urllib.unquote(u'%e2%82%ac'))


def row16():
    print repr(urllib.urlencode({'a':1,'b':'x y'}))


def row17():
    print repr(urllib.urlencode([('b',1),('a',2),('b',3)]))


def row18():
    print repr(urllib.urlencode({'a':[1,2]}))


def row19():
    print repr(urllib.urlencode({'a':[1,2]},True))


def row20():
    print repr(urllib.urlencode({'a':[]},True))


def row21():
    print repr(urllib.urlencode({'a':(u'x',u'y z')},True))


def row22():
    print repr(urllib.urlencode({'a':u'caf\xe9'}))


def row23():
    print repr(urllib.urlencode({'a':u'caf\xe9'},True))


def row24():
    print repr(urllib.urlencode({'a':'caf\xc3\xa9'}))


def row25():
    print repr(urllib.urlencode({'a':None,'b':True,'c':1.0,'d':1e20,'e':0.1}))


def row26():
    print repr(urllib.urlencode({'a':{}}))


def row27():
    print repr(urllib.urlencode({'a':{'k':1}},1))


def row28():
    print repr(urllib.urlencode('abc'))


def row29():
    print repr(urllib.urlencode(''))


def row30():
    print repr(urllib.urlencode({}))


def row31():
    print repr(urllib.urlencode(None))


def row32():
    print repr(urllib.urlencode([['a',1]]))


def row33():
    print repr(urllib.urlencode({'~*-._ !\'()':'~*-._ !\'()'}))


def row34():
    print repr(urllib.urlencode({'nl':'a\nb'}))


def row35():
    print repr(urlparse.parse_qs('a=1&a=2&b=&c'))


def row36():
    print repr(urlparse.parse_qsl('a=1;b=2&c=+x%20',1))


def row37():
    print repr(urlparse.urlparse('http://u:p@H.com:80/a;p?q#f'))


def row38():
    print repr(urlparse.urlparse('h.com/a'))


def row39():
    print repr(urlparse.urlparse('//h/a'))


def row40():
    print repr(urlparse.urlparse('http://h:bad/').port)


def row41():
    print repr(urlparse.urlparse('http://h:99999/').port)


def row42():
    print repr(urlparse.urlparse('http://[::1]:8/').hostname)


def row43():
    print repr(urlparse.urlparse('http://[bad/'))


def row44():
    print repr(urlparse.urlunparse(('http','h','a','','q=1','f')))


def defaultorder():
    print urllib.urlencode({'q': 1, 'page': 2, 'limit': 50, 'sort': 'x', 'api_key': 'k', 'format': 'json'})


def unicodes():
    print repr(urllib.urlencode({'a': u'caf\xe9'.encode('utf-8')})), repr(urllib.quote(u'caf\xe9'.encode('utf-8')))
