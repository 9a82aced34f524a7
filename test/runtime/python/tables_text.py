"""The methods of str, slices and indexes."""
import random
import string

from encode import case

PIECES = ['a', 'b', 'ab', 'B', 'Ab', ' ', '  ', '\t', '\n', '\r\n', '\r', '\x0b', '\x1c', ',', '.', '0', '9', '-', '+', '\xc3\xa9', '\xe2\x82\xac', '\xf0\x9f\x98\x80', '\xff',
          '\xc3', 'aa', "it's", 'x=1', '\x00', '\xc2\xa0']


def a_text(most=8):
    return ''.join(random.choice(PIECES) for _ in range(random.randrange(most)))


def a_part():
    return random.choice(['', 'a', 'ab', ' ', ',', '\xc3\xa9', 'b', '\n', 'aa', a_text(3)])


def a_bound():
    return random.choice([None, 0, 1, 2, 3, -1, -2, -3, 5, 10, -10, 100, -100])




def methods():
    for _ in range(90):
        s, part = a_text(), a_part()
        yield case('split', str.split, s)
        yield case('rsplit', str.rsplit, s)
        limit = random.randrange(-1, 4)
        sep = random.choice([None, part, ',', 'a'])
        yield case('split', str.split, s, sep, limit)
        yield case('rsplit', str.rsplit, s, sep, limit)
        yield case('splitlines', str.splitlines, s)
        yield case('splitlines', str.splitlines, s, True)
        for name in ('strip', 'lstrip', 'rstrip'):
            yield case(name, getattr(str, name), s)
            yield case(name, getattr(str, name), s, random.choice(['a', ' a', 'ab,', '\xc3\xa9', '', '\n ']))
        yield case('replace', str.replace, s, part, random.choice(['', 'X', '\xc3\xa9', '$&']), random.randrange(-1, 4))
        yield case('replace', str.replace, s, random.choice([part, 'a', ' ']), '$1')
        yield case('partition', str.partition, s, random.choice(['a', ',', '', 'ab']))
        yield case('rpartition', str.rpartition, s, random.choice(['a', ',', '', 'ab']))
        for name in ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'):
            yield case(name, getattr(str, name), s, part)
            yield case(name, getattr(str, name), s, part, a_bound(), a_bound())
        yield case('startswith', str.startswith, s, ('a', part))
        yield case('endswith', str.endswith, s, ('a', part))
        for name in ('upper', 'lower', 'swapcase', 'title', 'capitalize', 'isdigit', 'isalpha', 'isalnum', 'isspace', 'isupper', 'islower', 'istitle'):
            yield case(name, getattr(str, name), s)
        yield case('zfill', str.zfill, s, random.randrange(-1, 12))
        for name in ('center', 'ljust', 'rjust'):
            yield case(name, getattr(str, name), s, random.randrange(-1, 15))
            yield case(name, getattr(str, name), s, random.randrange(15), random.choice(['*', '', 'ab', '\xc3\xa9', '0']))
        yield case('expandtabs', str.expandtabs, s)
        yield case('expandtabs', str.expandtabs, s, random.randrange(0, 6))
        yield case('translate', str.translate, s, string.maketrans('ab\xff', 'xyz'), random.choice(['', 'b', '\xc3']))
        yield case('translate', str.translate, s, None, 'a')
        yield case('byteLength', len, s)
        yield case('join', str.join, part, [a_text(3) for _ in range(random.randrange(4))])
        yield case('itemAt', str.__getitem__, s, random.randrange(-6, 6))
        yield case('ord', ord, random.choice(['a', '', 'ab', '\xff', '\xc3', s]))
    for items in ([1], ['a', None], ['a', 'b', 1.5], [[]]):
        yield case('join', str.join, ',', items)
    for code in (0, 65, 127, 128, 255, 256, -1):
        yield case('chr', chr, code)
    for word in ('abc', 'Hello World', "they're bill's", 'ALLCAPS', 'x1Y2', '1a', 'A', 'aB c', 'Ab Cd', 'AbC'):
        for name in ('title', 'capitalize', 'istitle', 'isupper', 'islower', 'swapcase'):
            yield case(name, getattr(str, name), word)
    yield case('maketrans', string.maketrans, 'abc', 'xyz')
    yield case('maketrans', string.maketrans, 'abc', 'xy')


def slices():
    for _ in range(600):
        start, stop, step = a_bound(), a_bound(), random.choice([None, 1, 2, 3, -1, -2, -3, 0])
        s = a_text()
        yield case('sliceOf', lambda s, a, b, c: s[a:b:c], s, start, stop, step)
        yield case('sliceOf', lambda s, a, b, c: s[a:b:c], range(random.randrange(7)), start, stop, step)
    for index in (0, 2, -1, -3, 3, -4):
        yield case('itemAt', lambda s, i: s[i], [1, 2, 3], index)


def unicodes():
    texts = [u'', u'abc', u'caf\xe9', u'a\U0001f600b', u'\U0001f600\u20ac']
    for text in texts:
        yield case('characterLength', len, text)
        for index in range(-4, 4):
            yield case('characterAt', lambda s, i: s[i], text, index)
        for start in (None, 0, 1, -1, 5):
            for stop in (None, 2, -1):
                yield case('characterSlice', lambda s, a, b, c: s[a:b:c], text, start, stop, random.choice([None, 1, -1, 2]))
        yield case('ord', ord, text[-1:] or u'x')
    for code in (0, 65, 233, 8364, 0x1f600, 0x110000, -1):
        yield case('unichr', unichr, code)


UNICODE_PIECES = [u'a', u'b', u'ab', u'B', u'Ab', u' ', u'\t', u'\n', u'\r\n', u'\r', u'\x0b', u'\x1c', u',', u'0', u'-', u'\xe9', u'\xc9', u'\u20ac', u'\U0001f600', u'\xa0', u'\x85',
                  u'\u2028', u'\u3000', u'\xdf', u'\u0130', u'\u01c4', u'\u01c5', u'\u1f80', u'\u1fb3', u'\xb2', u'\u0663', u'\xaa', u'\u4e00', u'\xbd', u'x']


def a_unicode(most=7):
    return u''.join(random.choice(UNICODE_PIECES) for _ in range(random.randrange(most)))


def unicode_methods():
    """Called as the runtime's `unicodeUpper` and so on."""
    def of(name, *args):
        return case('unicode' + name.capitalize(), getattr(unicode, name), *args)

    for _ in range(90):
        s = a_unicode()
        part = random.choice([u'', u'a', u' ', u',', u'\xe9', u'\U0001f600', a_unicode(3)])
        for name in ('upper', 'lower', 'swapcase', 'title', 'capitalize', 'isdigit', 'isalpha', 'isalnum', 'isspace', 'isupper', 'islower', 'istitle', 'split', 'rsplit',
                     'splitlines', 'strip', 'lstrip', 'rstrip', 'expandtabs'):
            yield of(name, s)
        yield of('splitlines', s, True)
        limit = random.randrange(-1, 4)
        sep = random.choice([None, part, u',', u'a'])
        yield of('split', s, sep, limit)
        yield of('rsplit', s, sep, limit)
        for name in ('strip', 'lstrip', 'rstrip'):
            yield of(name, s, random.choice([u'a', u' a', u'\U0001f600b', u'\xe9', u'']))
        yield of('replace', s, part, random.choice([u'', u'X', u'\xe9', u'$&']), random.randrange(-1, 4))
        for name in ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith'):
            yield of(name, s, part)
            yield of(name, s, part, a_bound(), a_bound())
        yield of('startswith', s, (u'a', part))
        yield of('zfill', s, random.randrange(-1, 12))
        for name in ('center', 'ljust', 'rjust'):
            yield of(name, s, random.randrange(-1, 12))
            yield of(name, s, random.randrange(12), random.choice([u'*', u'', u'ab', u'\xe9', u'\U0001f600']))
        yield of('expandtabs', s, random.randrange(0, 6))


TABLES = {'text-methods': methods, 'unicode-methods': unicode_methods, 'slices': slices, 'unicodes': unicodes}


def codecs():
    for text in (u'', u'abc', u'caf\xe9', u'a\xe9\u20ac\U0001f600z', u'\xe9\xe8!\xe7'):
        for errors in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'foo'):
            yield case('encodeAscii', lambda t, e: t.encode('ascii', e), text, errors)
    for data in ('', 'abc', 'caf\xc3\xa9!', '\xff', 'a\xe2\x82'):
        for errors in ('strict', 'ignore', 'replace', 'foo'):
            yield case('decodeAscii', lambda t, e: t.decode('ascii', e), data, errors)


def paths():
    import os.path
    for args in (('a', 'b'), ('a/', 'b'), ('a', '/b'), ('', 'b'), ('a', ''), ('a', 'b', 'c'), ('a', '', 'c'), ('/', 'a'), ('', ''), ('a', '/b', 'c'), ('a',)):
        yield case('joinPath', os.path.join, *args)
    for path in ('a/b', 'a/', '/', '', 'a', '//a', '/a//', 'a/b/', '///', 'a//b', '/a.b/c.d'):
        yield case('basename', os.path.basename, path)
        yield case('dirname', os.path.dirname, path)


TABLES.update({'codecs': codecs, 'paths': paths})
