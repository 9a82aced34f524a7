"""Writes what CPython 2.7's urllib and urlparse give for a table of arguments: `python2.7 urls.py > urls.json`."""
import json
import sys
import urllib
import urlparse

BASES = ['http://h/a/b/c?x=1#f', 'http://h', 'http://h/', 'http://h/a/', 'http://h:80/a', 'https://u:p@h/a;p/b;q?r', '', '/a/b',
         'a/b', 'foo://h/a/b', 'foo:a', 'mailto:x', 'http://h/a/../b/./c', 'HTTP://H/a', 'file:///a/b', 'ftp://h/a;type=i']
REFS = ['', 'd', './d', '../d', '../../d', '../../../d', '../../../../d', '/d', '//g', '//g/d', '///d', '//', '?y=2', '?', '#', '#z',
        '?y=2#', '.', './', '..', '../', '../..', '../../', 'd/', 'd/.', 'd/..', 'd/./e', 'd/../e', '../d/../e', '/./d', '/../d',
        'http://g', 'https://g', 'http:d', 'http:///p', 'http://G.COM/X', 'http://g:80/x', 'javascript:1', 'javascript:x', 'mailto:a@b',
        ' d', 'd ', 'a b', 'd\te', '\\d', '\\\\g\\p', '{x}|^`\'"<>', 'd;p', 'd;', ';p', ';', '..;p', '../d;p?q#f', 'd;p/e;q', 'g:80/x', '80:x',
        'foo:80', 'a:b:c', 'caf\xc3\xa9', 'http://[::1]/x', '....', '.d', 'd?a/../b', 'd#a/../b', '/a//b', '//g?x', '//g#x', 'x://y']
SPLITS = REFS + BASES + ['http://u:p@H.com:80/a;p?q#f', 'h.com/a', 'http://h:99999/', 'http://[::1]:8/', 'http://h:/', 'http://u@h', 'http://u:@h',
                         'http://u:p:q@h@i/', 'sip:a;b', 'tel:1;x', 'http://h/a;b/c;d', 'http://h/a;;b', 'http://h?a?b#c#d', 'HTTP:80', 'http:80']
TEXTS = ['a b/c?d=e&f~g+h', 'caf\xc3\xa9', 'abc def', '', 'a%20b', '~*-._ !\'()', 'a\nb', ''.join(map(chr, range(128))), '\xe9', '/', '%']
QUOTED = ['a%20b+c%zz%e9%E2%82%AC', '', '%', '%4', '%41', '%%41', '%4G', 'a+b', '%C3%A9%2B+', '100%', '%25%32%30', '\xc3\xa9%20']
QUERIES = ['a=1&a=2&b=&c', 'a=1;b=2&c=+x%20', '', '&', '=', 'a', 'a=', '=b', 'a=b=c', 'a=1&&b=2', 'a%3D=1%26', 'x=%E2%82%AC', 'z=1&y=2&x=3&z=4']


def result(call, *args):
    try:
        return {'value': call(*args)}
    except Exception as error:
        return {'error': type(error).__name__, 'str': str(error)}


def parts(parse):
    def describe(url):
        parsed = parse(url)
        return {'parts': list(parsed), 'geturl': parsed.geturl(), 'repr': repr(parsed), 'hostname': parsed.hostname,
                'username': parsed.username, 'password': parsed.password}
    return describe


def text(value):
    if isinstance(value, str):
        return value.decode('latin-1')
    if isinstance(value, dict):
        return dict((text(key), text(item)) for key, item in value.items())
    return [text(item) for item in value] if isinstance(value, (list, tuple)) else value


def table(call, rows):
    return [[row, result(call, *row)] for row in rows]


SAFES = ['/', '', '/ ', ':/?=&']
PAIRS = [[('b', 1), ('a', 2), ('b', 3)], [('a', [1, 2])], [('a', [])], [('a b', 'x y')], [('~*-._ !\'()', '~*-._ !\'()')],
         [('a', None), ('b', True), ('c', 1.5), ('e', 0.1)], [('nl', 'a\nb')], [('a', 'caf\xc3\xa9')], [('a', ['x', 'y z'])], []]
json.dump(text({
    'urljoin': table(urlparse.urljoin, [(base, ref) for base in BASES for ref in REFS]),
    'urlsplit': table(parts(urlparse.urlsplit), [(url,) for url in SPLITS]),
    'urlparse': table(parts(urlparse.urlparse), [(url,) for url in SPLITS]),
    'port': table(lambda url: urlparse.urlparse(url).port, [(url,) for url in SPLITS + ['http://h:bad/', 'http://h:-1/', 'http://h: 8/']]),
    'urldefrag': table(urlparse.urldefrag, [(url,) for url in SPLITS]),
    'urlunparse': table(lambda *six: urlparse.urlunparse(six), [('http', 'h', 'a', '', 'q=1', 'f'), ('', '', 'a', 'p', '', ''), ('x', '', 'a', '', '', ''),
                                                              ('file', '', '/a', '', '', ''), ('http', '', '//a', '', '', ''), ('', 'h', '', '', '', '')]),
    'quote': table(urllib.quote, [(word, safe) for word in TEXTS for safe in SAFES]),
    'quotePlus': table(urllib.quote_plus, [(word, safe) for word in TEXTS for safe in SAFES]),
    'unquote': table(urllib.unquote, [(word,) for word in QUOTED]),
    'unquotePlus': table(urllib.unquote_plus, [(word,) for word in QUOTED]),
    'parseQsl': table(urlparse.parse_qsl, [(query, keep, strict) for query in QUERIES for keep in (0, 1) for strict in (0, 1)]),
    'parseQs': table(lambda *row: urlparse.parse_qs(*row).items(), [(query, keep) for query in QUERIES for keep in (0, 1)]),
    'urlencode': table(urllib.urlencode, [(pairs, doseq) for pairs in PAIRS for doseq in (0, 1)]),
}), sys.stdout, indent=None, separators=(',', ':'), sort_keys=True)
