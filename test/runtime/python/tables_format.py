"""`%`, str.format, str and repr."""
import random

from encode import case, encode, outcome
from tables_numbers import FLOATS, a_float, an_int

PERCENT = r'''
('%d', float('inf')) ('%d', float('nan')) ('%x', 3.7) ('%o', -8) ('%#o', 8) ('%#o', 0) ('%#x', 255) ('%#X', -255) ('%x', 'a') ('%d', None)
('%d', [1]) ('%f', '1') ('%f', None) ('%c', 65) ('%c', 'ab') ('%c', 256) ('%c', -1) ('%c', 1.5) ('%c', None) ('%5c|%-5c|', 'a', 66)
('%05f', float('inf')) ('%5f|%-6f|%+f', float('inf'), float('-inf'), float('nan')) ('%F %E %G', float('inf'), float('nan'), 1e-10)
('%f', 1e60) ('%.60f', 0.1) ('%.120f', 0.1) ('%200.3f', 1) ('%g', 1e60) ('%.0e', 12345.678) ('%#.0e', 12345.678) ('%#.0f', 5) ('%#g', 5)
('%g', 100000) ('%g', 1000000) ('%g', 0.0001) ('%g', 0.00001) ('%.0g', 123) ('%G', 1e-7) ('%+d % d %05d %-5d| %+05d', 1, 2, 3, 4, 5)
('%+-5d|', 3) ('%0-5d|', 3) ('%.3d', 5) ('%8.3d|', -5) ('%08.3d', 5) ('%.3x', 5) ('%#.3x', 5) ('%#08x', 255) ('%+x', 255) ('% x', 255)
('%.0d', 0) ('%ld %hd %Ld', 1, 2, 3) ('%s', 1, 2) ('%s %s', 1) ('%', 1) ('%z', 1) ('abc%',) ('%(a)s', 1) ('%%',) ('%%', 1) ('%5%|',) ('%-5%|',)
('%%%s', 1) ('abc', 1) ('abc', 'x') ('%*d', 5, 1) ('%-*d|', 5, 1) ('%*d', -5, 1) ('%.*f', 2, 3.14159) ('%*d', 'a', 1) ('%*d', 5)
('%.*f', -2, 3.14159) ('%.s|', 'abc') ('%.2s|', 'abc') ('%5.1s|', 'abc') ('%.f', 2.5) ('%05s|', 'ab') ('%+s', 'ab') ('%s', True) ('%r', True)
('%5r', 'a') ('%.2r', 'abc') ('%d', True) ('%d', 123456789012345678901234567890) ('%x', 2**70) ('%d', -0.5) ('%i %u', -3, -4) ('%s', None)
('%e', 0) ('%e', -0.0) ('%010.2f', -3.14159) ('%-010.2f|', -3.14159) ('%+.1e', 1e300) ('%.15g', 0.1) ('%.17g', 0.1) ('%.50g', 0.1) ('%e', 1e-300)
('%d', '3') ('%5d%%', 50) ('%a', 1) ('%s%', 1) ('%l', 1) ('% 5d|% 5s', 42, 'a') ('%y',) ('%s',) ('%5s|', 'caf\xc3\xa9') ('%-8s|', '\xe2\x82\xac')
('%.2s|', '\xc3\xa9') ('%.1s|', '\xc3\xa9') ('%s', {}) ('%d', {}) ('%f', 10**400) ('%d', 1e300) ('%o', 2**70) ('%#o', 2**70) ('%i', 3.99) ('%X', 3.99)
('%#.3g', 0.0001) ('%#.3f', 2) ('%.1f', 0.25) ('%.1f', 0.35) ('%.2f', 1e22) ('%hhd', 1) ('%e', 'x') ('%c', '') ('%c', [1]) ('%c', True) ('%c', 200)
('%s %s %s', 1.5, [1, 'a', None, 2.25], {'k': 'v'}) ('%r', [True, 'it\'s', '\n\xff']) ('%s', 'caf\xc3\xa9') ('%s %% %s', 'a', 'b') ('%i', -0.0)
('%3d|%-3d|%03d', 1000, 1000, 1000) ('%c%c', 'a', 'b') ('%(', 1) ('100%', 1) ('%s\n%s\t', 'x', 'y') ('%5.3d|%-5.3d|', 7, 7) ('%+s|%+r', 1, 'a')
('%.3s', 12345) ('%.0s', 'a') ('%x', -2**40) ('%#x', 0) ('%e', 2**70) ('%g', True) ('%d', 2**53) ('% d', -5) ('%+d', 0) ('%+f', -0.0)
'''

MAPPINGS = r'''
('%(a)s', {'a': 1}) ('%(a)s %(b)05.1f%%', {'a': 'x', 'b': 2.5}) ('%(a', {'a': 1}) ('%(a)', {'a': 1}) ('%(a)s %s', {'a': 1}) ('%s %(a)s', {'a': 1})
('%s %s', {'a': 1}) ('%(a)s%%', {'a': 1}) ('abc', {'a': 1}) ('%(a(b))s', {'a(b)': 1}) ('%()s', {'': 1}) ('%(a)*d', {'a': 1}) ('%d', {})
('%(a)d', {'a': 'x'}) ('%(a)s', {'b': 1}) ('%(a)s', {}) ('%s', {'a': 1}) ('%(a)s%(a)r', {'a': 'x'}) ('%(a)z', {'a': 1}) ('%%', {})
'''

FORMATS = r'''
('{', 1) ('}', 1) ('{}',) ('{0} {}', 1, 2) ('{} {0}', 1, 2) ('{a}',) ('{0[a]}', {'a': 1}) ('{0[0]}', [5]) ('{0[5]}', [5]) ('{0!r} {0!s}', 'a')
('{0!x}', 'a') ('{0!}', 'a') ('{0!r:5}|', 'a') ('{:>5}|{:<5}|{:^5}|{:*^7}|', 'a', 'b', 'c', 'd') ('{:5}|{:5}|', 'a', 1) ('{:=5}', 'a')
('{:+d} {: d} {:-d}', 1, 2, 3) ('{:05d} {:<05d} {:=+5d} {:05}', 1, 2, 3, -4) ('{:05}', 'a') ('{:,}', 1234567) ('{:,}', -1234567.891)
('{:,.2f}', 1234567.891) ('{:,}', 'a') ('{:012,}', 1234) ('{:010,d}', 1234567) ('{:#x} {:#o} {:#b} {:#X}', 255, 8, 5, 255) ('{:#010x}', 255)
('{:x}', -255) ('{:c}', 65) ('{:c}', 300) ('{:n}', 1234) ('{:d}', 1.5) ('{:d}', 'a') ('{:s}', 1) ('{:s}', 1.5) ('{:f}', 1) ('{:e}', 12345.678)
('{:g}', 1e10) ('{:%}', 0.256) ('{:.1%}', 0.256) ('{:.0%}', 1) ('{:.3}', 1234.5) ('{:.3}', 1.0) ('{:.3}', 'abcdef') ('{:.3}', 5) ('{:.3d}', 5)
('{:10.3}|', 'abcdef') ('{}', 0.1 + 0.2) ('{:10}|', 0.1 + 0.2) ('{:.20}', 0.1) ('{}', 1e16) ('{:5}|', True) ('{}', True) ('{:5}|', None)
('{:>8}|', [1]) ('{:d}', True) ('{:f}', float('inf')) ('{:05f}', float('-inf')) ('{:F}', float('nan')) ('{:z}', 1) ('{:z}', 1.5) ('{:z}', 'a')
('{:10 }', 'a') ('{:+}', 'a') ('{: }', 'a') ('{:#}', 'a') ('{:#}', 1.5) ('{:#f}', 1.5) ('{:{}.{}f}|', 3.14159, 8, 2) ('{{}} {}', 1) ('{{{0}}}', 1)
('{0:}}', 1) ('{0', 1) ('{!r}', 'a') ('{:}', 'a') ('{ }', 1) ('{0 }', 1) ('{-1}', 1) ('{0[-1]}', [1, 2]) ('{0[a}', {'a': 1}) ('{0[]}', {'a': 1})
('{0.}', 1) ('{0.b}', 1) ('{:,d}', 123) ('{:,x}', 123) ('{:,s}', 'a') ('{:.2,}', 1.5) ('{:.}', 1.5) ('{:<<5}', 1) ('{:}<5}', 1)
('{:d}', 12345678901234567890) ('{:,}', 12345678901234567890) ('{:b}', 0) ('{:e}', 5) ('{:s}', None) ('{:.2f}', 'a') ('{:.2f}', None)
('{0}{1}{0}', 'a', 'b') ('{:G}', 1e-10) ('{:n}', 1.5) ('{:^+10.2f}|', 3.14159) ('{:*=+10.2f}|', 3.14159) ('{:.0f}', 0.5) ('{:,.0f}', 1234.5)
('{:09,.1f}', 1234.5) ('{:6d}|{:<6d}|{:^6d}|', 42, 42, 42) ('{:+}', 1.0) ('{:g}', 100000.0) ('{:}', 1.0) ('{:c}', 'a') ('{:+c}', 65) ('{:5}|', {})
('{:6}|', 'caf\xc3\xa9') ('{:.4}|', 'caf\xc3\xa9') ('{0[k][1]}', {'k': [1, 'x']}) ('{0!r:>6}', 'x') ('{:>{}}', 'a', 4) ('{:_>5}', 7) ('{:x}', 1.5)
('{:08.3f}', -3.14159) ('{:+08d}', 42) ('{: >6}', 'a') ('{:0>4}', 'a') ('{:0<4}', 7) ('{:^6}|', None) ('{:%}', 5) ('{:.2}', 0.00001234) ('{0!r!s}', 1)
'''


def rows(text):
    """The tuples of a table, which stand one after the other."""
    scope = {}
    at = 0
    import ast
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        end = at
        while True:
            end = text.index(')', end) + 1
            try:
                code = compile(text[at:end], 'table', 'eval')
                break
            except SyntaxError:
                pass
        yield eval(code, scope)
        at = end


def percent():
    for row in rows(PERCENT):
        yield {'format': encode(row[0]), 'args': encode(list(row[1:])), 'outcome': outcome(lambda: row[0] % tuple(row[1:]))}
    for format, mapping in rows(MAPPINGS):
        yield {'format': format, 'args': encode(mapping), 'outcome': outcome(lambda: format % mapping)}
    for _ in range(1500):
        format = '%' + random.choice(['', '', '+', ' ', '0', '-', '#', '+0', '-0', '#0', '+-']) + random.choice(['', '', '5', '12', '30']) + random.choice(
            ['', '', '.0', '.1', '.2', '.3', '.12', '.17', '.30'])
        kind = random.choice('ddixXoeEfFgGsr')
        if kind in 'eEfFgG':
            value = random.choice([a_float(), a_float(), (2 * random.randrange(10 ** 6) + 1) / 2.0 ** random.randrange(1, 12)])
        elif kind in 'sr':
            value = random.choice(['', 'abc', 'caf\xc3\xa9', 1.5, None, True, [1, 'x'], an_int()])
        else:
            value = random.choice([an_int(), an_int(), random.randrange(-2 ** 53, 2 ** 53), a_float()])
            if isinstance(value, (int, long)) and '#' in format and kind == 'o':
                continue
        yield {'format': format + kind, 'args': encode([value]), 'outcome': outcome(lambda: (format + kind) % value)}


def str_format():
    for row in rows(FORMATS):
        yield {'format': encode(row[0]), 'args': encode(list(row[1:])), 'outcome': outcome(lambda: row[0].format(*row[1:]))}
    for _ in range(1500):
        align = random.choice(['', '', '<', '>', '^', '=', '*<', 'x^', '0='])
        spec = align + random.choice(['', '', '+', ' ', '-']) + random.choice(['', '', '#']) + random.choice(['', '', '0']) + random.choice(['', '', '5', '12', '20']) + random.choice(
            ['', '', ',']) + random.choice(['', '', '', '.0', '.1', '.2', '.5', '.15'])
        kind = random.choice(['', '', 'd', 'x', 'X', 'o', 'b', 'n', 'e', 'f', 'g', 'G', '%', 's'])
        value = random.choice([an_int(), a_float(), a_float(), 'abc', 'caf\xc3\xa9', True, None])
        format = '{:' + spec + kind + '}'
        yield {'format': format, 'args': encode([value]), 'outcome': outcome(lambda: format.format(value))}


TREES = [None, True, False, 0, -5, 2 ** 40, 1.5, 0.1 + 0.2, 1e16, 2.0, 'a', "it's", 'say "x"', '''both ' and "''', '\n\t\r\\\x00\x7f', 'caf\xc3\xa9', '\xff\xfe',
         [], [1, 'a', None], [[1.5, 2.0], []], {}, {'a': 1}, {'b': [1, {'c': None}]}, set(), set([1]), [set(['x'])], 2 ** 63, [2 ** 70], [True, {'k': 0.5}]]


def showing():
    for tree in TREES + FLOATS:
        yield case('str', str, tree)
        yield case('repr', repr, tree)


def unicode_repr():
    for text in (u'', u'a', u"it's", u'caf\xe9', u'\u20ac', u'\U0001f600', u'\n\t\\\x00\x7f\x80', u'\'"'):
        yield case('reprUnicode', repr, text)


TABLES = {'percent': percent, 'str-format': str_format, 'showing': showing, 'unicode-repr': unicode_repr}
