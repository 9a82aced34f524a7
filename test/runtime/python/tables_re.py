"""Regular expressions: hand-written and made-up patterns, on texts that tell engines apart."""
import random
import re

from encode import encode, escape

PATTERNS = [
    r'a', r'', r'^a', r'a$', r'^a$', r'\Aab\Z', r'ab|cd', r'(a)(b)?', r'(a)|(b)', r'(?:a|b)+', r'(a+)(b*)', r'a*?b', r'a{2}', r'a{,2}', r'a{1,}', r'a{1,2}?', r'a{', r'a{}', r'a{x}',
    r'{a', r'[abc]+', r'[^abc]+', r'[a-c\d]+', r'[\s,]+', r'[\S]+', r'[^\s]+', r'[\s\S]', r'[\w.-]+', r'[]a]', r'[^]a]', r'[a^]', r'[\]]', r'[a\-c]', r'[-a]', r'[a-]', r'\d+', r'\D+',
    r'\s+', r'\S+', r'\w+', r'\W+', r'\bab\b', r'\Ba', r'\B', r'.', r'.+', r'.*', r'.*?', r'(.*?),(.*)', r'(?P<x>a)(?P=x)', r'(?P<x>a)(?P<y>b)?', r'(a)\1', r'(a)(b)\2\1', r'(a)|b\1',
    r'(?i)AB', r'(?i)[A-C]+', r'(?m)^a', r'(?m)a$', r'(?m)^', r'(?m)$', r'$', r'^', r'(?s)a.b', r'(?x) a b # c', r'(?x) a\ b [ ]', r'a(?#x)b', r'a(?=b)', r'a(?!b)', r'(?<=a)b', r'(?<!a)b',
    r'(?<=a|bc)d', r'(?<=ab)c', r'(?=(a))a', r'(?!(a))b', r'(a*)*', r'(a*)+', r'(a|b*)*', r'(?:(a)|b)*', r'(?:a*)*', r'(a*)?', r'(?:a?)??b', r'(?:(a)|(b)){2}', r'((a)b?)+', r'(a)?b', r'(?(1)a|b)',
    r'(a)?(?(1)b|c)', r'*a', r'a**', r'a++', r'(a', r'a)', r'[a', r'[b-a]', r'\8', r'\1', r'(\1)', r'(?P<1>a)', r'(?P<x>a)(?P<x>b)', r'(?P=x)', r'(?P>x)', r'(?z)', r'(?', r'(?<a)', r'a{2,1}', r'^*', r'$+',
    r'\x41', r'\x4', r'\101', r'\0', r'\07', r'\n', r'\t', r'\_', r'\e', r'\/', r'/', r'\.', r'\a', r'[\b]', r'[\x41-\x43]', r'[\101]', r'[\8]', r'[\d-a]', r'[a-\d]', r'a|', r'|a', r'(|a)', r'(a||b)',
    r'()', r'(?:)', r'()*', r'(a)(?:\1)*', r'x*', r'(x)*', r'[,;]\s*', r'(,)|(;)', r'\s*,\s*', r'(?:\s*)', r'(?L)\w+', r'a.c', r'[^\n]+', r'\r?\n', r'[^a]b', r'(?i)[^a]b', r'(ab|a)(bc|c)?',
    r'"([^"]*)"', r'<a href="(.*?)">', r'(\d+)-(\d+)', r'(?P<year>\d{4})-(?P<month>\d\d)', r'^\s*(\w+)\s*=\s*(.*?)\s*$', r'(["\'])(.*?)\1', r'(a(b)?)+', r'(?:(a)b)*', r'(?:a(b)|ac)', r'(a)(?!\1)', r'a(?i)B',
    r'a(?i)*', r'(?i)*', r'\Z', r'\A', r'a\Z\n', r'(?<=\b)a', r'(?<!^)a', r'(?<=(a))b', r'(?=a)*b', r'(?:(?=a))?b', r'[\w\-]+@[\w.]+', r'[0-9a-fA-F]+', r'[\W_]+', r'[^\W_]+', r'[^\d\s]+', r'[+*?.(){}|$^]', '\\', 'a\\',
]
TEXTS = ['', 'a', 'b', 'ab', 'abc', 'aab', 'aabb', 'abab', 'AB aB', 'a\n', 'a\nb', 'a\r\nb', 'b\na', 'a,b', 'a, b;c ,d', ' a  b\t', 'x=1', 'key = some value \n', '"a" "b,c"', 'abcd', '{a', 'a{}', 'a{x}', 'caba',
         '<a href="x">y</a><a href="z">', '2012-03-04', '2012-03-04\n', 'a.b-c_d@e.f', "it's \"x\"", '\n', '\n\n', 'a\x0bb\x0cc\x1cd', 'a+b*c', 'xaxbx', 'bcd', 'acabc', '\x00', 'A', '/', '_', 'e']
WIDE = ['caf\xc3\xa9', '\xc3\xa9', 'a\xc2\xa0b', '"\xe2\x82\xac"', 'a\xe2\x80\xa8b', '<a href="\xc3\xa9">', 'x = \xc3\xa9\xc3\xa9 ', '\xf0\x9f\x98\x80a', '\xc3\x89\xc3\xa9a,\xc2\xa0b']

ATOMS = ['a', 'b', 'c', '.', '[ab]', '[^a]', r'\w', r'\d', r'\s', r'\b', '^', '$', ',', r'\S', '[^,]', '(?=a)', '(?!b)', r'\1', '(?<=a)']
MARKS = ['', '', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}']


def made_up(depth=0):
    parts = []
    for _ in range(random.choice([1, 1, 2, 2, 3])):
        if depth < 3 and random.random() < 0.4:
            atom = random.choice(['(%s)', '(%s)', '(?:%s)', '(%s|%s)', '(?:%s|%s)'])
            atom = atom % tuple(made_up(depth + 1) for _ in range(atom.count('%s')))
        else:
            atom = random.choice(ATOMS)
        parts.append(atom + random.choice(MARKS))
    return ''.join(parts)


def shown(match):
    return match and [match.group()] + list(match.groups()) + [list(match.span(i)) for i in range(match.re.groups + 1)]


def observe(pattern, flags, text):
    compiled = re.compile(pattern, flags)
    return encode([shown(compiled.search(text)), shown(compiled.match(text)), [shown(m) for m in compiled.finditer(text)], compiled.split(text), compiled.subn('<>', text)])


def row(pattern, flags, texts):
    made = {'pattern': encode(pattern), 'flags': flags}
    try:
        re.compile(pattern, flags)
    except (re.error, OverflowError) as e:
        made['error'] = escape(str(e))
        return made
    made['texts'] = [[encode(text), observe(pattern, flags, text)] for text in texts]
    return made


def patterns():
    for pattern in PATTERNS:
        yield row(pattern, 0, random.sample(TEXTS, 14) + WIDE)
        yield row(pattern, random.choice([re.I, re.M, re.S, re.X, re.I | re.M | re.S]), random.sample(TEXTS, 6))
        yield row(unicode(pattern), 0, [t.decode('utf-8') for t in random.sample(TEXTS, 4) + WIDE])
        yield row(unicode(pattern), random.choice([re.U, re.U | re.M, re.S | re.U]), [t.decode('utf-8') for t in random.sample(TEXTS, 4) + WIDE])


def made_up_patterns():
    for _ in range(1500):
        yield row(made_up(), random.choice([0, 0, 0, re.I, re.M, re.S]), [''.join(random.choice('aabbc,\n') for _ in range(random.randrange(9))) for _ in range(5)])


def templates():
    rules = [r'x', r'\1', r'\2\1', r'\g<0>', r'\g<1>x', r'\g<n>', r'\g<m>', r'\0', r'\01', r'\10', r'\11', r'\101', r'\g<10>', r'\n', r'\\', r'\q', r'$1', r'$&', r'\g', r'\g<', r'\g<>', r'\g<-1>', r'\g<a b>', r'\3', r'\g<3>', '\\']
    for template in rules:
        for pattern in [r'(?P<n>a)(b)', r'(?P<n>a)|(b)', r'(a)(b)?(c)(d)(e)(f)(g)(h)(i)(j)(k)', r'z']:
            for text in ['xabyab', 'acdefghijk', '']:
                made = {'pattern': pattern, 'template': template, 'text': text}
                try:
                    made['result'] = encode(re.sub(pattern, template, text))
                except (re.error, IndexError) as e:
                    made['error'] = escape(str(e))
                yield made


TABLES = {'re-patterns': patterns, 're-made-up': made_up_patterns, 're-templates': templates}
