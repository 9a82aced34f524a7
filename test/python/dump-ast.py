# Prints CPython 2.7's own tree of Python files in the neutral form of neutral-form.ts, one line a file:
#   path TAB "ok" TAB form, path TAB "uncompiled" TAB form (it parses but does not compile), path TAB "error" TAB message
# Reads paths from standard input, one a line; with --text, JSON strings of source text, and prints "-" for the path.
# Places (line and column of statements and expressions) stand in U+2039 and U+203A, U+00B6 between the statements of the file.
import ast
import json
import re
import struct
import sys

sys.setrecursionlimit(100000)

ODD = re.compile(u'[^ !#-\\[\\]-~]')


def quoted(text):
    return '"%s"' % str(ODD.sub(escape, text))


def escape(match):
    code = ord(match.group())
    if code > 0xFFFF:
        code -= 0x10000
        return u'\\u%04x\\u%04x' % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))
    return u'\\u%04x' % code


def bits(number):
    return struct.pack('>d', number).encode('hex')


def number(value):
    if isinstance(value, long):
        return 'long:%d' % value
    if isinstance(value, int):
        return 'int:%d' % value
    if isinstance(value, float):
        return 'float:' + bits(value)
    return 'imag:' + bits(value.imag)


def many(nodes):
    return '[%s]' % ' '.join([form(node) for node in nodes])


def form(node):
    if node is None:
        return '-'
    if isinstance(node, list):
        return many(node)
    if isinstance(node, (str, unicode, int, bool)):
        return str(node)
    kind = type(node).__name__
    if kind == 'Name':
        return node.id + place(node)
    if kind == 'Num':
        return number(node.n) + place(node)
    if kind == 'Str':
        if isinstance(node.s, unicode):
            return 'u' + quoted(node.s) + place(node)
        return 'b' + quoted(node.s.decode('latin-1')) + place(node)
    if kind == 'ExceptHandler':
        return '(ExceptHandler %s %s %s)' % (form(node.type), form(node.name), many(node.body))
    if kind == 'arguments':
        return '(arguments %s %s %s %s)' % (many(node.args), many(node.defaults), node.vararg or '-', node.kwarg or '-')
    if isinstance(node, (ast.boolop, ast.operator, ast.unaryop, ast.cmpop)):
        return kind
    head = kind
    if isinstance(node, ast.stmt):
        head = '%s@%d%s' % (kind, node.lineno, place(node))
    elif isinstance(node, ast.expr):
        head = kind + place(node)
    fields = [form(getattr(node, field)) for field in node._fields if field != 'ctx']
    return '(%s)' % ' '.join([head] + fields)


def place(node):
    return '\xe2\x80\xb9%d:%d\xe2\x80\xba' % (node.lineno, node.col_offset)


def status(source):
    try:
        compile(source, 'source', 'exec', 0, True)
        return 'ok'
    except Exception:
        return 'uncompiled'


def undeclared(source):
    """Whether CPython refuses a file for its bytes, which it does not refuse in a string."""
    if source.startswith('\xef\xbb\xbf') or not re.search('[\x80-\xff]', source):
        return False
    return not [line for line in source.split('\n')[:2] if re.match('[ \t\f]*#.*coding[:=][ \t]*[-\\w.]+', line)]


def main():
    text = '--text' in sys.argv
    for line in iter(sys.stdin.readline, ''):
        if text:
            path, source = '-', json.loads(line).encode('utf-8')
        else:
            path = line.rstrip('\n')
            source = open(path, 'rU').read()
        try:
            if not text and undeclared(source):
                raise SyntaxError('Non-ASCII character, but no encoding declared')
            body = '[%s]' % '\xc2\xb6'.join([form(node) for node in ast.parse(source).body])
            print '%s\t%s\t%s' % (path, status(source), body)
        except Exception as error:
            print '%s\terror\t%s' % (path, repr(error))


main()
